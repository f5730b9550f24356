import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { ConsentStep as Step } from "@/lib/domain/consent";
import { citation } from "@/lib/domain/rules";
import { pick } from "@/lib/i18n/locale";
import type { TextToRead } from "@/lib/queries/patient/consents";
import { ConsentText, type ConsentTextProps } from "./consent-text";

interface Props extends Omit<ConsentTextProps, "text"> {
  readonly step: Step;
  /** What is still missing: the first one is asked for, the page comes again with the next. */
  readonly missing: readonly TextToRead[];
}

/** What must be agreed to before the page goes on, one text at a time (R31); nothing where all is agreed to. */
export async function ConsentStep({ step, missing, ...rest }: Props) {
  const [text] = missing;
  if (!text) return null;
  const [t, locale] = await Promise.all([getTranslations("consent.step"), getLocale()]);
  return (
    <Card className="grid gap-3">
      <div className="grid gap-1">
        <p className="font-semibold text-primary text-sm">{t("title")}</p>
        <h2 className="font-semibold text-lg">{pick(locale, text.titleZh, text.titleEn)}</h2>
        <p>{t(`lead.${step}`, { name: rest.person.name })}</p>
        {step === "delivery" && <p>{t("orPickup")}</p>}
        <p className="text-ink-muted text-sm">
          {missing.length > 1 && `${t("left", { count: missing.length })} `}
          {t("rule", { citation: citation("R31", locale).text })}
        </p>
      </div>
      <ConsentText text={text} {...rest} />
    </Card>
  );
}
