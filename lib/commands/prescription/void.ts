import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { scope } from "@/lib/db/scope";
import { voidWithOrder } from "@/lib/db/sql/void-prescription";
import { releaseStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { isHeldByOrder } from "@/lib/domain/prescribing";
import { prescriptionMachine } from "@/lib/domain/prescription";
import type { VoidPrescription } from "@/lib/domain/prescription-input";
import { channels } from "@/lib/domain/realtime";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * The doctor takes a prescription back, or the patient does without it, with a reason, before it is dispensed. An order that waits for its payment goes with
 * it; `order_paid` where money has arrived: then the pharmacy is asked.
 */
export async function voidPrescription(work: Work, input: VoidPrescription): Promise<{ id: string }> {
  authorize(work.actor, "prescription.void");
  const found = await work.tx.prescription.findFirst({
    where: { AND: [{ id: input.prescriptionId }, scope.prescription(work.actor)] },
    select: {
      ...{ id: true, number: true, status: true, version: true, consultationId: true, accountId: true, doctorId: true },
      patientId: true,
      orders: {
        where: { status: { notIn: ["lapsed", "cancelled"] } },
        select: {
          id: true,
          status: true,
          version: true,
          payments: { where: { status: "succeeded" }, select: { id: true } },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { id, number, consultationId, patientId, accountId, doctorId, status } = found;
  prescriptionMachine.next(status, "void");
  if (isHeldByOrder(found.orders)) throw new Refusal("order_paid");

  const voided = await voidWithOrder(work, found, input.reason, found.orders[0]);
  if (!voided || (found.orders[0] && !voided.orderId)) throw conflict();
  if (voided.orderId) {
    await releaseStock(work, voided.orderId);
    work.emit({ channel: channels.order(voided.orderId), event: "changed", data: { id: voided.orderId } });
  }
  await appendMessage(work, { consultationId, kind: "system", body: "prescription_voided", params: { number } });
  work.audit({
    action: "prescription.void",
    subjectType: "prescription",
    subjectId: id,
    patientId,
    detail: { from: status, orderId: voided.orderId },
  });
  // The other side is told.
  work.notify(
    work.actor.accountId === accountId
      ? { accountId: doctorId, kind: "prescription_voided", params: { number }, path: `/doctor/prescriptions/${id}` }
      : { accountId, kind: "prescription_voided", params: { number }, path: `/patient/prescriptions/${id}` },
  );
  work.emit({ channel: channels.consultation(consultationId), event: "changed", data: { id: consultationId } });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id } });
  work.emit({ channel: channels.account(doctorId), event: "changed", data: { id: consultationId } });
  return { id };
}
