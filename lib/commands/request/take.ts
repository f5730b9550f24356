import "server-only";
import { findRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import type { TakeRequest } from "@/lib/domain/request-input";
import { conflict } from "@/lib/errors";

/** Somebody of the staff looks after this request from now on. Throws `conflict` for one that is settled. */
export async function takeRequest(work: Work, { requestId }: TakeRequest): Promise<void> {
  authorize(work.actor, "request.take");
  const { id, order } = await findRequest(work, requestId);
  const { count } = await work.tx.serviceRequest.updateMany({
    where: { id, status: { not: "resolved" } },
    data: { ownerId: asPerson(work.actor).accountId, version: { increment: 1 } },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "request.take", subjectType: "request", subjectId: id, patientId: order.patientId });
  work.emit({ channel: channels.requestDesk, event: "changed", data: { id } });
}
