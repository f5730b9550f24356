import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { Timeline } from "@/components/ui/timeline";
import { visitTitle } from "@/lib/domain/visit";
import type { personsCard } from "@/lib/queries/patient/card";

type Person = NonNullable<Awaited<ReturnType<typeof personsCard>>>;

/** What the hospital's record says, as far as the patient needs it before a booking: visits, conditions, allergies, as of when. */
export async function RecordSummary({
  person,
}: {
  person: Pick<Person, "visits" | "conditions" | "allergies" | "recordFetchedAt">;
}) {
  const [t, locale] = await Promise.all([getTranslations("patient.card"), getLocale()]);
  const { visits, conditions, allergies, recordFetchedAt } = person;
  return (
    <>
      <Section title={t("visits")}>
        {recordFetchedAt && (
          <p className="text-ink-muted text-sm">
            {t("fetchedAt", { at: formatMoment(recordFetchedAt, locale, "long") })}
          </p>
        )}
        {visits.length === 0 ? (
          <p>{t("noVisits")}</p>
        ) : (
          <Timeline
            label={t("visits")}
            entries={visits.map((visit) => ({
              id: visit.fhirId,
              title: visitTitle(visit),
              detail: visit.department,
              when: formatMoment(visit.at, locale, "date"),
              state: "done",
            }))}
          />
        )}
      </Section>
      {conditions.length > 0 && (
        <Section title={t("conditions")}>
          <p>{conditions.join("; ")}</p>
        </Section>
      )}
      <Section title={t("allergies")}>
        <p className={allergies.length > 0 ? "font-medium text-danger-ink" : undefined}>
          {allergies.join("; ") || t("noAllergies")}
        </p>
      </Section>
    </>
  );
}
