import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";

/** The carrier platform reports this parcel from now on. */
export async function recordSubscription(work: Work, input: { shipmentId: string }): Promise<void> {
  authorize(work.actor, "shipment.report");
  await work.tx.shipment.updateMany({
    where: { id: input.shipmentId, subscribedAt: null },
    data: { subscribedAt: work.now, version: { increment: 1 } },
  });
  work.audit({ action: "shipment.subscribe", subjectType: "shipment", subjectId: input.shipmentId });
}
