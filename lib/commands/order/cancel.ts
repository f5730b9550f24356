import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { requestRefund } from "@/lib/db/refund";
import { scope } from "@/lib/db/scope";
import { releaseStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The patient calls an order off before it is checked: its packs are free again, whatever was paid goes back in full. */
export async function cancelOrder(work: Work, input: { orderId: string }): Promise<void> {
  authorize(work.actor, "order.cancel");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: movableOrderSelect,
  });
  if (!order) throw notFound();
  await moveOrder(work, order, "cancel", { change: { dueAt: null, completedAt: work.now } });
  await releaseStock(work, order.id);
  await requestRefund(work, { orderId: order.id, reasonCode: "order_cancelled" });
  work.notify({
    accountId: order.accountId,
    kind: "order_cancelled",
    params: { number: order.number },
    path: `/patient/orders/${order.id}`,
  });
}
