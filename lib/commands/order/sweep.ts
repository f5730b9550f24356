import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { requestRefund } from "@/lib/db/refund";
import { noteReturnedPacks } from "@/lib/db/returned-packs";
import { releaseStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import { eventWhenDue } from "@/lib/domain/order";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/**
 * What the system does when an order's deadline has passed: unpaid, it lapses and its stock is free again (what was paid of it goes
 * back); not collected, it leaves the shelf.
 */
export async function sweepOrder(work: Work, input: { id: string }): Promise<void> {
  authorize(work.actor, "order.sweep");
  const due = await work.tx.order.findFirst({
    where: { id: input.id, dueAt: { lte: work.now } },
    select: movableOrderSelect,
  });
  const event = due && eventWhenDue(due.status);
  if (!event) throw conflict();
  const to = await moveOrder(work, due, event, { change: { dueAt: null } });
  if (event === "lapse") {
    await releaseStock(work, due.id);
    await requestRefund(work, { orderId: due.id, reasonCode: "expired" });
  }
  if (event === "leave_unclaimed") await noteReturnedPacks(work, due.id);
  work.notify({
    accountId: due.accountId,
    kind: `order_${to}`,
    params: { number: due.number },
    path: `/patient/orders/${due.id}`,
  });
}
