import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/prescription/reason-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { prescriptionMachine } from "@/lib/domain/prescription";
import type { DoctorsPrescription } from "@/lib/queries/doctor/prescription";
import { doubleSign, voidPrescription } from "./actions";

/** What the doctor can do with a prescription now: correct it, stand by it, take it back. */
export async function PrescriptionActions({ prescription }: { prescription: DoctorsPrescription }) {
  const [t, common] = await Promise.all([getTranslations("doctor.prescription"), getTranslations("common")]);
  const { id, status, isPaid } = prescription;
  const can = (event: Parameters<typeof prescriptionMachine.can>[1]) => prescriptionMachine.can(status, event);
  const shared = { prescriptionId: id, label: t("reason"), unreachable: common("unreachable") };
  const close = common("actions.close");
  return (
    <>
      {can("revise") && (
        <ButtonLink href={`/doctor/prescriptions/${id}/revise`} variant="next">
          {t("revise")}
        </ButtonLink>
      )}
      {can("double_sign") && (
        <Dialog trigger={t("doubleSign.open")} title={t("doubleSign.open")} closeLabel={close} variant="secondary">
          <ReasonForm
            {...shared}
            action={doubleSign}
            lead={t("doubleSign.lead")}
            submit={t("doubleSign.submit")}
            pin={t("pin")}
            variant="primary"
          />
        </Dialog>
      )}
      {can("void") && !isPaid && (
        <Dialog trigger={t("void.open")} title={t("void.open")} closeLabel={close} variant="quiet">
          <ReasonForm
            {...shared}
            action={voidPrescription}
            lead={t("void.lead")}
            submit={t("void.submit")}
            variant="danger"
          />
        </Dialog>
      )}
    </>
  );
}
