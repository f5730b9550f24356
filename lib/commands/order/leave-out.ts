import "server-only";
import { newId } from "@/lib/db/id";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { requestRefund } from "@/lib/db/refund";
import { takeBackPacks } from "@/lib/db/refund-lines";
import { scope } from "@/lib/db/scope";
import { releaseStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import type { LeaveOut } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * "Not dispensed, because": a line of an order that is being picked is left out, its packs are free again, its price goes back and
 * the patient is told. With nothing left the whole order is called off, the delivery's price with it. Throws `conflict` for an
 * order in another state, or a line that is out already.
 */
export async function leaveOut(work: Work, input: LeaveOut): Promise<void> {
  authorize(work.actor, "order.leave_out");
  const { orderId, orderItemId, reasonCode } = input;
  await work.tx.$queryRaw`SELECT "id" FROM "Order" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, items: { where: { leftOutReason: null }, select: { id: true, packs: true } } },
  });
  const line = order?.items.find(({ id }) => id === orderItemId);
  if (!order) throw notFound();
  if (order.status !== "picking" || !line) throw conflict();
  await work.tx.orderItem.update({ where: { id: line.id }, data: { leftOutReason: reasonCode }, select: { id: true } });
  await releaseStock(work, orderId, line.id);
  const isLast = order.items.length === 1;
  const amountFen = await takeBackPacks(work, orderId, [{ orderItemId, packs: line.packs }]);
  const refunds = await requestRefund(work, {
    ...(isLast ? { orderId } : { orderId, purpose: "medicine", amountFen }),
    reasonCode: "not_dispensed",
  });
  if (refunds.length === 0) throw new Refusal("refund_above_paid");
  await work.tx.orderEvent.create({
    data: {
      ...{ id: newId(), orderId, event: "leave_out", toStatus: order.status },
      ...{ actorId: work.actor.accountId, reason: reasonCode, at: work.now },
    },
    select: { id: true },
  });
  work.audit({
    action: "order.leave_out",
    subjectType: "order",
    subjectId: orderId,
    patientId: order.patientId,
    detail: { orderItemId, reasonCode, amountFen },
  });
  if (isLast)
    await moveOrder(work, order, "cancel", { change: { dueAt: null, completedAt: work.now }, reason: reasonCode });
  const { accountId, number } = order;
  const kind = isLast ? "order_not_dispensed" : "line_left_out";
  work.notify({ accountId, kind, params: { number }, path: `/patient/orders/${orderId}` });
}
