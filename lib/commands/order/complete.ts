import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import type { Work } from "@/lib/db/transact";
import { addDays } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { COMPLETE_DAYS } from "@/lib/domain/shipment";
import { conflict } from "@/lib/errors";

/** An order whose parcels the carrier handed over a week ago is complete, signed for or not. */
export async function completeOrder(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "order.sweep");
  const before = addDays(work.now, -COMPLETE_DAYS);
  const order = await work.tx.order.findFirst({
    where: {
      ...{ id, status: "shipped" },
      shipments: { some: {}, every: { status: "signed", lastEventAt: { lte: before } } },
    },
    select: movableOrderSelect,
  });
  if (!order) throw conflict();
  await moveOrder(work, order, "sign", { change: { completedAt: work.now }, reason: "by_itself" });
  const { accountId, number } = order;
  work.notify({ accountId, kind: "order_completed", params: { number }, path: `/patient/orders/${id}` });
}
