import "server-only";
import { findRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { RateRequest } from "@/lib/domain/request-input";
import { Refusal } from "@/lib/errors";

/** The patient says how a settled request was handled, once. Throws `not_rateable`. */
export async function rateRequest(work: Work, { requestId, stars }: RateRequest): Promise<void> {
  authorize(work.actor, "request.rate");
  const { id, order } = await findRequest(work, requestId);
  const { count } = await work.tx.serviceRequest.updateMany({
    where: { id, status: "resolved", stars: null },
    data: { stars },
  });
  if (count === 0) throw new Refusal("not_rateable");
  work.audit({
    action: "request.rate",
    subjectType: "request",
    subjectId: id,
    patientId: order.patientId,
    detail: { stars },
  });
}
