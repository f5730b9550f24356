import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { EMERGENCY_MINUTES } from "@/lib/domain/emergency-input";
import { pageTitle } from "@/lib/i18n/metadata";
import { ownEmergencies } from "@/lib/queries/doctor/emergency";
import { EmergencyForm } from "./emergency-form";

export const generateMetadata = pageTitle("emergency", "title");

const toneOf = { justified: "success", unjustified: "danger", open: "info" } as const;

/** The way to a record without a consultation (`proof` 16), and what this doctor opened so before. */
export default async function EmergencyPage() {
  const actor = await requireActor("doctor");
  const now = new Date();
  const [t, common, locale, opened] = await Promise.all([
    getTranslations("emergency"),
    getTranslations("common"),
    getLocale(),
    ownEmergencies(actor),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { minutes: EMERGENCY_MINUTES })} />
      <div className="grid max-w-3xl gap-8">
        <Alert tone="warning">{t("warning")}</Alert>
        <Card>
          <EmergencyForm
            texts={{
              ...{ card: t("card"), cardHint: t("cardHint"), reason: t("reason"), reasonHint: t("reasonHint") },
              ...{ submit: t("submit"), unreachable: common("unreachable") },
            }}
          />
        </Card>
        <Section title={t("before")}>
          {opened.length === 0 ? (
            <EmptyState title={t("none")} />
          ) : (
            <ul className="grid gap-3">
              {opened.map(({ id, openedAt, expiresAt, verdict, reviewNote, patient }) => (
                <li key={id}>
                  <Card className="grid gap-1">
                    <p className="flex flex-wrap items-center gap-2">
                      <span className="font-semibold">{patient.name}</span>
                      <Badge tone={toneOf[verdict ?? "open"]}>{t(`verdict.${verdict ?? "open"}`)}</Badge>
                      {expiresAt > now && (
                        <AppLink href={`/doctor/emergency/${id}`}>
                          {t("openUntil", { at: formatMoment(expiresAt, locale, "time") })}
                        </AppLink>
                      )}
                    </p>
                    <p className="text-ink-muted text-sm">{formatMoment(openedAt, locale)}</p>
                    {reviewNote && <p className="whitespace-pre-wrap">{t("reviewNote", { note: reviewNote })}</p>}
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}
