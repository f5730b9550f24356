import "server-only";
import { newId } from "@/lib/db/id";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { noteReturnedPacks } from "@/lib/db/returned-packs";
import type { Work } from "@/lib/db/transact";
import { orderMachine } from "@/lib/domain/order";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { type ShipmentEvent, shipmentMachine } from "@/lib/domain/shipment";
import { conflict, Refusal } from "@/lib/errors";

export interface ShipmentReport {
  readonly carrierCode: string;
  readonly trackingNumber: string;
  readonly status: ShipmentEvent | null;
  readonly lines: readonly { readonly at: Date; readonly text: string; readonly status: ShipmentEvent }[];
}

/**
 * What the carrier says of a parcel: its lines (each once, in any order, however often they come) and its state. A report whose
 * newest line is older than what is known adds its lines and moves nothing. An order whose
 * parcels are all back is back itself.
 */
export async function reportShipment(work: Work, report: ShipmentReport): Promise<void> {
  authorize(work.actor, "shipment.report");
  const { carrierCode, trackingNumber } = report;
  const shipment = await work.tx.shipment.findUnique({
    where: { carrierCode_trackingNumber: { carrierCode, trackingNumber } },
    select: {
      id: true,
      orderId: true,
      status: true,
      version: true,
      lastEventAt: true,
      order: { select: movableOrderSelect },
    },
  });
  if (!shipment) throw new Refusal("unknown_parcel");
  const { id, orderId, order } = shipment;
  await work.tx.shipmentEvent.createMany({
    data: report.lines.map(({ at, text, status }) => ({ id: newId(), shipmentId: id, at, text, status })),
    skipDuplicates: true,
  });
  const newest = report.lines.reduce<Date | null>((latest, { at }) => (!latest || at > latest ? at : latest), null);
  const isStale = shipment.lastEventAt !== null && (!newest || newest < shipment.lastEventAt);
  const { status: said } = report;
  const news = !isStale && said && said !== shipment.status && shipmentMachine.can(shipment.status, said) ? said : null;
  if (!isStale) {
    const { count } = await work.tx.shipment.updateMany({
      where: { id, version: shipment.version },
      data: {
        ...(news && { status: news }),
        lastEventAt: newest ?? shipment.lastEventAt,
        ...(newest && { staleToldAt: null }),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
  }
  work.audit({
    action: "shipment.report",
    subjectType: "shipment",
    subjectId: id,
    patientId: order.patientId,
    detail: { status: said, isNews: news !== null },
  });
  const isLastBack =
    news === "returned" && (await work.tx.shipment.count({ where: { orderId, status: { not: "returned" } } })) === 0;
  if (isLastBack && orderMachine.can(order.status, "come_back")) {
    await moveOrder(work, order, "come_back");
    await noteReturnedPacks(work, orderId);
  } else work.emit({ channel: channels.order(orderId), event: "changed", data: { id: orderId } });
  if (news)
    work.notify({
      accountId: order.accountId,
      kind: `parcel_${news}`,
      params: { number: order.number },
      path: `/patient/orders/${orderId}`,
    });
}
