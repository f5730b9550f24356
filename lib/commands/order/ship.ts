import "server-only";
import { newId } from "@/lib/db/id";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import type { ShipOrder } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { expectedDay } from "@/lib/domain/shipment";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * The courier has the order, in one parcel or several: their numbers, by when they should be there. Throws `tracking_unknown` for a
 * number that the carrier does not give out.
 */
export async function shipOrder(work: Work, input: ShipOrder): Promise<{ shipmentIds: string[] }> {
  authorize(work.actor, "order.ship");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: {
      ...{ ...movableOrderSelect, fulfilment: true, provinceCode: true },
      carrier: {
        select: {
          ...{ code: true, numberPattern: true, cutoffMinute: true },
          rates: { select: { provinceCode: true, maxDays: true } },
        },
      },
    },
  });
  if (!order) throw notFound();
  const { id, carrier, accountId, number } = order;
  if (order.fulfilment !== "express" || !carrier) throw conflict();
  const isKnown = new RegExp(`^(?:${carrier.numberPattern})$`);
  if (!input.trackingNumbers.every((trackingNumber) => isKnown.test(trackingNumber)))
    throw new Refusal("tracking_unknown", { fields: { trackingNumbers: "tracking_unknown" } });
  await moveOrder(work, order, "ship", { change: { handedOverAt: work.now } });
  const rate = carrier.rates.find(({ provinceCode }) => provinceCode === order.provinceCode);
  const expectedOn = rate ? expectedDay(work.now, { ...rate, cutoffMinute: carrier.cutoffMinute }) : null;
  const parcels = input.trackingNumbers.map((trackingNumber) => ({ id: newId(), trackingNumber }));
  await work.tx.shipment.createMany({
    data: parcels.map((parcel) => ({
      ...{ ...parcel, orderId: id, carrierCode: carrier.code, createdAt: work.now, expectedOn },
    })),
  });
  work.notify({ accountId, kind: "order_shipped", params: { number }, path: `/patient/orders/${id}` });
  return { shipmentIds: parcels.map((parcel) => parcel.id) };
}
