import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import type { CommandForm } from "@/components/form/command-form";
import { formatMoment } from "@/components/ui/moment";
import { pick } from "@/lib/i18n/locale";
import type { TextToRead } from "@/lib/queries/patient/consents";
import { AgreeForm } from "./agree-form";
import { ConsentBody } from "./consent-body";

export interface ConsentTextProps {
  readonly action: ComponentProps<typeof CommandForm>["action"];
  readonly person: { readonly id: string; readonly name: string; readonly isChild: boolean };
  readonly text: TextToRead;
}

/** One text in the reader's language, read to the end and agreed to for a person. */
export async function ConsentText({ action, person, text }: ConsentTextProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations("consent.read"),
    getTranslations("common"),
    getLocale(),
  ]);
  const title = pick(locale, text.titleZh, text.titleEn);
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted text-sm">
        {t("version", { version: text.version, at: formatMoment(text.effectiveFrom, locale, "date") })}
      </p>
      <AgreeForm
        key={text.id}
        action={action}
        patientId={person.id}
        text={{ id: text.id, sha256: text.sha256 }}
        locale={locale}
        texts={{
          ...{ title, end: t("end"), hint: t("hint"), submit: t("submit"), unreachable: common("unreachable") },
          agree: person.isChild ? t("agreeGuardian", { name: person.name }) : t("agree"),
        }}
      >
        <ConsentBody body={pick(locale, text.bodyZh, text.bodyEn)} />
      </AgreeForm>
    </div>
  );
}
