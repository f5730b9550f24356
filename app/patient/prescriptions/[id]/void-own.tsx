import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/prescription/reason-form";
import { Dialog } from "@/components/ui/dialog";
import { prescriptionMachine } from "@/lib/domain/prescription";
import type { MyPrescriptionPage } from "@/lib/queries/patient/prescription";
import { voidPrescription } from "./actions";

/** A patient who does not want the medicine takes the prescription back, until the pharmacy has it in hand. */
export async function VoidOwn({ prescription }: { prescription: MyPrescriptionPage }) {
  const [t, common] = await Promise.all([getTranslations("orders.prescription"), getTranslations("common")]);
  const { id, status, order } = prescription;
  if (!prescriptionMachine.can(status, "void") || (order !== null && order.status !== "awaiting_payment")) return null;
  return (
    <Dialog trigger={t("void")} title={t("void")} closeLabel={common("actions.close")} variant="quiet">
      <ReasonForm
        action={voidPrescription}
        prescriptionId={id}
        lead={t("voidLead")}
        label={t("voidReason")}
        submit={t("voidSubmit")}
        variant="danger"
        unreachable={common("unreachable")}
      />
    </Dialog>
  );
}
