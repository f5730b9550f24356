import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";

/** The platform was asked about this parcel. */
export async function notePoll(work: Work, { shipmentId }: { shipmentId: string }): Promise<void> {
  authorize(work.actor, "shipment.report");
  await work.tx.shipment.updateMany({ where: { id: shipmentId }, data: { polledAt: work.now } });
  work.audit({ action: "shipment.poll", subjectType: "shipment", subjectId: shipmentId });
}
