import { ScanLine } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { CardForm } from "./card-form";

/** Links a card, or another in its place: by the camera, or by its number. */
export async function WaysToLink({
  patientId,
  next,
  isLinked,
}: {
  patientId: string;
  /** Where one goes on to afterwards. */
  next: string | undefined;
  isLinked: boolean;
}) {
  const [t, own, common] = await Promise.all([
    getTranslations("patient.card"),
    getTranslations("card"),
    getTranslations("common"),
  ]);
  return (
    <div className="grid gap-5">
      {/* A full load: the camera is allowed in that document alone. */}
      <a
        href={`/patient/people/${patientId}/scan${next ? `?next=${encodeURIComponent(next)}` : ""}`}
        className={buttonClass(isLinked ? "secondary" : "next", "lg", true)}
      >
        <ScanLine aria-hidden="true" />
        {own("entry.scan")}
      </a>
      <CardForm
        patientId={patientId}
        texts={{
          number: t("cardNumber"),
          hint: t("cardNumberHint"),
          submit: t(isLinked ? "resubmit" : "submit"),
          unreachable: common("unreachable"),
        }}
      />
    </div>
  );
}
