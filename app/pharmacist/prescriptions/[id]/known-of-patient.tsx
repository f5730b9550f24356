import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, Section } from "@/components/ui/card";
import type { ReviewDesk } from "@/lib/queries/pharmacist/review-desk";

/** What is known of the patient while a prescription is reviewed: allergies pinned on top, running medicines, problems. */
export async function KnownOfPatient({ desk }: { desk: ReviewDesk }) {
  const t = await getTranslations("pharmacist.review");
  const { allergies, running, problems } = desk.record;
  const isKnown = desk.patient.recordFetchedAt !== null;
  return (
    <div className="grid gap-5">
      {allergies.length > 0 ? (
        <Alert tone="danger" title={t("allergies")}>
          <ul>
            {allergies.map(({ fhirId, display }) => (
              <li key={fhirId}>{display}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Alert tone={isKnown ? "neutral" : "warning"}>{t(isKnown ? "noAllergies" : "noRecord")}</Alert>
      )}
      <Known title={t("running")} empty={t("nothing")}>
        {running.map(({ fhirId, display, dosage }) => (
          <li key={fhirId}>
            {display}
            {dosage && <span className="block text-ink-muted text-sm">{dosage}</span>}
          </li>
        ))}
      </Known>
      <Known title={t("problems")} empty={t("nothing")}>
        {problems.map(({ fhirId, display, code }) => (
          <li key={fhirId}>
            {display} {code && <span className="text-ink-muted text-sm">{code}</span>}
          </li>
        ))}
      </Known>
    </div>
  );
}

function Known({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <Section title={title} small>
      {children.length > 0 ? (
        <Card>
          <ul className="grid gap-1.5">{children}</ul>
        </Card>
      ) : (
        <p className="text-ink-muted">{empty}</p>
      )}
    </Section>
  );
}
