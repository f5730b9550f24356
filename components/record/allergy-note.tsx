import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";

/** Pinned above everything: what the patient is allergic to, or that nothing is known. */
export async function AllergyNote({
  allergies,
  hasRecord,
}: {
  allergies: readonly {
    readonly fhirId: string;
    readonly display: string;
    readonly reactions?: readonly string[];
    readonly isSevere?: boolean;
  }[];
  hasRecord: boolean;
}) {
  const t = await getTranslations("doctor.record");
  if (allergies.length === 0)
    return <Alert tone={hasRecord ? "neutral" : "warning"}>{t(hasRecord ? "noAllergies" : "allergiesUnknown")}</Alert>;
  return (
    <Alert tone="danger">
      <div className="flex flex-wrap gap-x-4">
        <strong>{t("allergies")}</strong>
        <ul aria-label={t("allergies")} className="flex flex-wrap gap-x-4">
          {allergies.map(({ fhirId, display, reactions = [], isSevere }) => (
            <li key={fhirId}>{[display, isSevere && t("severe"), ...reactions].filter(Boolean).join(" · ")}</li>
          ))}
        </ul>
      </div>
    </Alert>
  );
}
