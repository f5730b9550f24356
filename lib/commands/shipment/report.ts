import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { type ShipmentEvent, shipmentMachine } from "@/lib/domain/shipment";
import { conflict, Refusal } from "@/lib/errors";

export interface ShipmentReport {
  readonly carrierCode: string;
  readonly trackingNumber: string;
  readonly status: ShipmentEvent;
  readonly lines: readonly { readonly at: Date; readonly text: string; readonly status: ShipmentEvent }[];
}

/**
 * What the carrier says of a parcel: its lines (each once, in any order, however often they come) and its state. A report whose
 * newest line is older than what is known adds its lines and moves nothing.
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
      order: { select: { accountId: true, number: true, patientId: true } },
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
  const isNews = !isStale && report.status !== shipment.status && shipmentMachine.can(shipment.status, report.status);
  if (!isStale) {
    const { count } = await work.tx.shipment.updateMany({
      where: { id, version: shipment.version },
      data: {
        ...(isNews && { status: report.status }),
        lastEventAt: newest ?? shipment.lastEventAt,
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
    detail: { status: report.status, isNews },
  });
  work.emit({ channel: channels.order(orderId), event: "changed", data: { id: orderId } });
  if (isNews)
    work.notify({
      accountId: order.accountId,
      kind: `parcel_${report.status}`,
      params: { number: order.number },
      path: `/patient/orders/${orderId}`,
    });
}
