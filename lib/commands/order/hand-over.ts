import "server-only";
import { timingSafeEqual } from "node:crypto";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import type { HandOverOrder } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/** At the window: whoever says the right code gets the parcel. Throws `wrong_pickup_code`. */
export async function handOverOrder(work: Work, input: HandOverOrder): Promise<void> {
  authorize(work.actor, "order.hand_over");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, pickupCodeSealed: true },
  });
  if (!order?.pickupCodeSealed) throw notFound();
  const right = Buffer.from(unseal(order.pickupCodeSealed));
  const said = Buffer.from(input.code);
  if (right.length !== said.length || !timingSafeEqual(right, said))
    throw new Refusal("wrong_pickup_code", { fields: { code: "wrong_pickup_code" } });
  const { id, accountId, number } = order;
  await moveOrder(work, order, "collect", { change: { dueAt: null, handedOverAt: work.now, completedAt: work.now } });
  work.notify({ accountId, kind: "order_collected", params: { number }, path: `/patient/orders/${id}` });
}
