import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card, Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import type { ownSigningKey } from "@/lib/queries/account/signing-key";
import { PinForm } from "./pin-form";

/** The own signing key: since when, its fingerprint that a verification shows, and a new PIN (R33). */
export async function Signing({ signingKey }: { signingKey: Awaited<ReturnType<typeof ownSigningKey>> }) {
  const [t, common, locale] = [
    await getTranslations("staff.security"),
    await getTranslations("common"),
    await getLocale(),
  ];
  return (
    <Section title={t("signing")}>
      <Card className="grid gap-4">
        <p className="text-ink-muted">{t("signingLead")}</p>
        {signingKey ? (
          <p>
            {t("signingKey", {
              algorithm: t(`algorithm.${signingKey.algorithm}`),
              at: formatMoment(signingKey.createdAt, locale, "date"),
            })}
            <code className="block break-all text-ink-muted text-sm">{signingKey.fingerprint}</code>
          </p>
        ) : (
          <Alert tone="warning">{t("signingMissing")}</Alert>
        )}
        <PinForm
          texts={{
            ...{ pin: t("pin"), pinHint: t("pinHint"), again: t("pinAgain"), submit: t("pinSet"), done: t("pinDone") },
            unreachable: common("unreachable"),
          }}
        />
      </Card>
    </Section>
  );
}
