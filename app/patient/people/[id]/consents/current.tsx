import { getLocale, getTranslations } from "next-intl/server";
import { ConsentBody } from "@/components/consent/consent-body";
import { ConsentText } from "@/components/consent/consent-text";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoment } from "@/components/ui/moment";
import { pick } from "@/lib/i18n/locale";
import type { personsConsents } from "@/lib/queries/patient/consents";
import { agree } from "./actions";
import { WithdrawForm } from "./withdraw-form";

type Consents = Awaited<ReturnType<typeof personsConsents>>;

/** One text in force: agreed to, with its withdrawal; or not, with the text to read. */
export async function Current({
  person,
  entry: { text, given, isOutdated },
}: {
  person: Consents["person"];
  entry: Consents["current"][number];
}) {
  const [t, common, locale] = await Promise.all([
    getTranslations("consent.mine"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { kind } = text;
  const isPerBooking = kind === "informed_consent";
  const isNeeded = kind !== "guardian" || person.isChild;
  const missing = isOutdated ? t("outdated") : t("missing");
  const state = given ? t("given") : missing;
  const withdrawal = (given || isOutdated) && (
    <WithdrawForm
      patientId={person.id}
      kind={kind}
      texts={{
        ...{ withdraw: t("withdraw"), title: t("withdrawTitle"), effect: t(`effect.${kind}`), confirm: t("confirm") },
        ...{ close: common("actions.close"), unreachable: common("unreachable") },
      }}
    />
  );
  return (
    <Card>
      <Section
        title={pick(locale, text.titleZh, text.titleEn)}
        small
        actions={isNeeded && !(isPerBooking && !given) && <Badge tone={given ? "success" : "warning"}>{state}</Badge>}
      >
        {given && (
          <p className="text-ink-muted text-sm">
            {t("agreedAt", { version: given.version, at: formatMoment(given.agreedAt, locale, "long") })}
            {given.isByGuardian && ` · ${t("byGuardian")}`}
          </p>
        )}
        {isPerBooking && <p className="text-ink-muted text-sm">{t("perBooking")}</p>}
        {!isNeeded && <p className="text-ink-muted text-sm">{t("notNeeded")}</p>}
        <Disclosure summary={t("read")}>
          {given || isPerBooking || !isNeeded ? (
            <div className="grid gap-3">
              <ConsentBody body={pick(locale, text.bodyZh, text.bodyEn)} />
            </div>
          ) : (
            <ConsentText action={agree} person={person} text={text} />
          )}
        </Disclosure>
        {withdrawal}
      </Section>
    </Card>
  );
}
