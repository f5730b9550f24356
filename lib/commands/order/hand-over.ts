import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { isSameCode } from "@/lib/db/same-code";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { readCollector } from "@/lib/domain/collector";
import type { HandOverOrder } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/**
 * At the window: the patient with the right code gets the parcel, or the person whom the patient named, with the end of that person's
 * ID. Throws `wrong_pickup_code`, `wrong_collector`.
 */
export async function handOverOrder(work: Work, input: HandOverOrder): Promise<void> {
  authorize(work.actor, "order.hand_over");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, pickupCodeSealed: true, collectorSealed: true },
  });
  if (!order?.pickupCodeSealed) throw notFound();
  if (!isSameCode(unseal(order.pickupCodeSealed), input.code))
    throw new Refusal("wrong_pickup_code", { fields: { code: "wrong_pickup_code" } });
  if (
    input.idTail &&
    !(order.collectorSealed && isSameCode(readCollector(unseal(order.collectorSealed)).idTail, input.idTail))
  )
    throw new Refusal("wrong_collector", { fields: { idTail: "wrong_collector" } });
  const { id, accountId, number } = order;
  await moveOrder(work, order, "collect", { change: { dueAt: null, handedOverAt: work.now, completedAt: work.now } });
  work.notify({ accountId, kind: "order_collected", params: { number }, path: `/patient/orders/${id}` });
}
