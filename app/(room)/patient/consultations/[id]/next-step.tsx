import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { formatFen } from "@/components/ui/price";
import type { Room } from "@/lib/queries/room/room";
import { CancelForm } from "./cancel-form";
import { PayForm } from "./pay-form";

/** The prescription that the patient has to know of now. */
export const prescriptionAhead = ({ conversation }: Room) =>
  conversation.state.prescriptions.findLast(({ status }) => status === "approved") ??
  conversation.state.prescriptions.findLast(({ status }) => status === "in_review");

/** A booking can be called off until the doctor accepts. */
async function Cancel({ room, isPaid }: { room: Room; isPaid: boolean }) {
  const [t, common] = [await getTranslations("room.page"), await getTranslations("common")];
  return (
    <Dialog trigger={t("cancel")} title={t("cancel")} closeLabel={common("actions.close")} variant="quiet" size="sm">
      <div className="grid gap-4">
        {isPaid && <p>{t("cancelPaid")}</p>}
        <CancelForm consultationId={room.id} submit={t("cancel")} unreachable={common("unreachable")} />
      </div>
    </Dialog>
  );
}

/** What the patient can do now, or what is being done for him or her. */
export async function NextStep({ room }: { room: Room }) {
  const [t, common, locale] = [await getTranslations("room.page"), await getTranslations("common"), await getLocale()];
  const { status } = room.conversation.state;
  if (status === "awaiting_payment")
    return (
      <Alert tone="next" title={t("pay.title")}>
        <p className="mb-3">{t("pay.text")}</p>
        <PayForm
          consultationId={room.id}
          submit={t("pay.submit", { amount: formatFen(room.feeFen, locale) })}
          unreachable={common("unreachable")}
        />
        <Cancel room={room} isPaid={false} />
      </Alert>
    );
  if (status === "waiting")
    return (
      <Alert tone="info" title={t("waiting.title")} action={<Cancel room={room} isPaid />}>
        {t("waiting.text")} {t("urgent")}
      </Alert>
    );
  const prescription = prescriptionAhead(room);
  if (!prescription) return null;
  const isApproved = prescription.status === "approved";
  return (
    <Alert
      tone={isApproved ? "next" : "info"}
      title={t(isApproved ? "prescription.approved" : "prescription.in_review")}
      action={
        <ButtonLink
          href={`/patient/prescriptions/${prescription.id}`}
          variant={isApproved ? "next" : "secondary"}
          size="sm"
        >
          {t("prescription.open")}
        </ButtonLink>
      }
    >
      {t(isApproved ? "prescription.approvedText" : "prescription.in_reviewText")}
    </Alert>
  );
}
