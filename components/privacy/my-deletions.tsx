import { getLocale, getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoment } from "@/components/ui/moment";
import type { MyDeletion } from "@/lib/queries/patient/privacy";
import { DeletionOutcomeView } from "./deletion-outcome";
import { DeletionPill } from "./deletion-pill";

/** The account's requests for deletion: how far each is, why, and what went and what stays. */
export async function MyDeletions({ requests, now }: { requests: readonly MyDeletion[]; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("privacy.deletion"), getLocale()]);
  return (
    <Section title={t("requests")}>
      <ul className="grid gap-3">
        {requests.map(({ id, status, createdAt, dueAt, decidedAt, name, reason, outcome }) => (
          <li key={id}>
            <Card className="grid gap-2">
              <p className="flex flex-wrap items-center justify-between gap-2">
                <span>{t("about", { name: name ?? t("someone"), at: formatMoment(createdAt, locale, "date") })}</span>
                <DeletionPill status={status} />
              </p>
              <p className="text-ink-muted text-sm">
                {decidedAt
                  ? t("decided", { at: formatMoment(decidedAt, locale, "long") })
                  : t("openLead", {
                      at: formatMoment(createdAt, locale, "date"),
                      due: formatMoment(dueAt, locale, "date"),
                    })}
              </p>
              {reason && (
                <p className="text-sm">
                  <span className="text-ink-muted">{t("reason")} </span>
                  {reason}
                </p>
              )}
              {outcome && (
                <Disclosure summary={t("outcome")}>
                  <DeletionOutcomeView outcome={outcome} now={now} isDone />
                </Disclosure>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
