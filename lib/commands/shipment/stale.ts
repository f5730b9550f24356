import "server-only";
import { tellRoles } from "@/lib/db/tell-roles";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** A parcel of which nothing was heard for two days: the patient and whoever answers requests are told, once for each silence. */
export async function tellStaleParcel(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "shipment.watch");
  const { count } = await work.tx.shipment.updateMany({
    where: { id, staleToldAt: null, status: { notIn: ["signed", "returned"] } },
    data: { staleToldAt: work.now },
  });
  if (count === 0) throw conflict();
  const { order } = await work.tx.shipment.findUniqueOrThrow({
    where: { id },
    select: { order: { select: { id: true, number: true, accountId: true, patientId: true } } },
  });
  const { accountId, number, patientId } = order;
  work.notify({ accountId, kind: "parcel_stale", params: { number }, path: `/patient/orders/${order.id}` });
  await tellRoles(work, ["head_pharmacist"], {
    ...{ kind: "parcel_stale_staff", params: { number }, path: `/pharmacist/orders/${order.id}` },
  });
  work.audit({ action: "shipment.stale", subjectType: "shipment", subjectId: id, patientId });
}
