import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** Reminds the patient, once, that a prepared order will leave the shelf soon. */
export async function remindOfPickup(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "order.remind");
  const { count } = await work.tx.order.updateMany({
    where: { id, status: "ready_for_pickup", remindedAt: null },
    data: { remindedAt: work.now },
  });
  if (count === 0) throw conflict();
  const { accountId, patientId, number } = await work.tx.order.findUniqueOrThrow({
    where: { id },
    select: { accountId: true, patientId: true, number: true },
  });
  work.notify({ accountId, kind: "order_waits_on_shelf", params: { number }, path: `/patient/orders/${id}` });
  work.audit({ action: "order.remind", subjectType: "order", subjectId: id, patientId });
}
