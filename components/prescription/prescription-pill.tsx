import { getTranslations } from "next-intl/server";
import { StatusPill } from "@/components/ui/status-pill";
import type { Tone } from "@/components/ui/tone";
import { type PrescriptionStatus, prescriptionMachine } from "@/lib/domain/prescription";

const tones: Record<PrescriptionStatus, Tone> = {
  draft: "neutral",
  in_review: "info",
  returned: "warning",
  double_signed: "info",
  approved: "success",
  refused: "danger",
  dispensed: "primary",
  expired: "neutral",
  voided: "neutral",
};

/** The state of a prescription. */
export async function PrescriptionPill({ status }: { status: PrescriptionStatus }) {
  const t = await getTranslations("terms.prescriptionStatus");
  return (
    <StatusPill tone={tones[status]} open={!prescriptionMachine.isFinal(status)}>
      {t(status)}
    </StatusPill>
  );
}
