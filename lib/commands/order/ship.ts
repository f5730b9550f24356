import "server-only";
import { newId } from "@/lib/db/id";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import type { ShipOrder } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

/** The courier has the parcel: its number, its carrier. Throws `tracking_unknown` for a number that the carrier does not give out. */
export async function shipOrder(work: Work, input: ShipOrder): Promise<{ shipmentId: string }> {
  authorize(work.actor, "order.ship");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: { ...movableOrderSelect, fulfilment: true, carrier: { select: { code: true, numberPattern: true } } },
  });
  if (!order) throw notFound();
  const { id, carrier, accountId, number } = order;
  if (order.fulfilment !== "express" || !carrier) throw conflict();
  if (!new RegExp(`^(?:${carrier.numberPattern})$`).test(input.trackingNumber))
    throw new Refusal("tracking_unknown", { fields: { trackingNumber: "tracking_unknown" } });
  await moveOrder(work, order, "ship", { change: { handedOverAt: work.now } });
  const shipmentId = newId();
  await work.tx.shipment.create({
    data: {
      id: shipmentId,
      orderId: id,
      carrierCode: carrier.code,
      trackingNumber: input.trackingNumber,
      createdAt: work.now,
    },
    select: { id: true },
  });
  work.notify({ accountId, kind: "order_shipped", params: { number }, path: `/patient/orders/${id}` });
  return { shipmentId };
}
