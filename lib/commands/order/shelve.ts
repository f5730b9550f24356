import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { addDays } from "@/lib/domain/calendar";
import type { ShelveOrder } from "@/lib/domain/dispensing-input";
import { SHELF_DAYS } from "@/lib/domain/order";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

/** The parcel lies at the pick-up window for so many days; the patient is told. */
export async function shelveOrder(work: Work, input: ShelveOrder): Promise<void> {
  authorize(work.actor, "order.shelve");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, fulfilment: true },
  });
  if (!order) throw notFound();
  if (order.fulfilment !== "pickup") throw conflict();
  const { id, accountId, number } = order;
  await moveOrder(work, order, "shelve", { change: { shelf: input.shelf, dueAt: addDays(work.now, SHELF_DAYS) } });
  work.notify({ accountId, kind: "order_ready_for_pickup", params: { number }, path: `/patient/orders/${id}` });
}
