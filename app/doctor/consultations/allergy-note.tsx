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
    <Alert tone="danger" title={t("allergies")}>
      <ul className="grid gap-0.5">
        {allergies.map(({ fhirId, display, reactions = [], isSevere }) => (
          <li key={fhirId} className="font-medium">
            {[display, isSevere && t("severe"), ...reactions].filter(Boolean).join(" · ")}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
