import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { testOrderMachine } from "@/lib/domain/test-order";
import type { CancelTest } from "@/lib/domain/test-order-input";
import { conflict, notFound } from "@/lib/errors";

/** The doctor calls a test off before its result came; the patient is told. */
export async function cancelTest(work: Work, { testOrderId }: CancelTest): Promise<void> {
  authorize(work.actor, "test_order.cancel");
  const found = await work.tx.testOrder.findFirst({
    where: { AND: [{ id: testOrderId }, scope.testOrder(work.actor)] },
    select: { id: true, number: true, accountId: true, patientId: true },
  });
  if (!found) throw notFound();
  const { count } = await work.tx.testOrder.updateMany({
    where: { id: testOrderId, status: { in: testOrderMachine.statesFor("cancel") } },
    data: { status: "cancelled", closedAt: work.now },
  });
  if (count === 0) throw conflict();
  const { id, number, accountId, patientId } = found;
  work.notify({ accountId, kind: "test_cancelled", params: { number }, path: `/patient/tests/${id}` });
  work.audit({ action: "test_order.cancel", subjectType: "test_order", subjectId: id, patientId });
}
