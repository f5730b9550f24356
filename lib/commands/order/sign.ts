import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { canBeSignedFor } from "@/lib/domain/shipment";
import { notFound, Refusal } from "@/lib/errors";

/** R26: the patient signs when every parcel is at the door, or was handed over as the carrier says. Throws `parcel_on_its_way` before. */
export async function signForOrder(work: Work, input: { orderId: string }): Promise<void> {
  authorize(work.actor, "order.sign");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, shipments: { select: { status: true } } },
  });
  if (!order) throw notFound();
  if (order.status === "shipped" && !order.shipments.every(({ status }) => canBeSignedFor(status)))
    throw new Refusal("parcel_on_its_way", { rule: "R26" });
  await moveOrder(work, order, "sign", { change: { completedAt: work.now } });
}
