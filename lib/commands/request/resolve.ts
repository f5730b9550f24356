import "server-only";
import { findRequest, moveRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ResolveRequest } from "@/lib/domain/request-input";

/** Settles a request: the patient is content, or staff have done what there was to do and the patient is told. */
export async function resolveRequest(work: Work, input: ResolveRequest): Promise<void> {
  authorize(work.actor, "request.resolve");
  await moveRequest(work, await findRequest(work, input.requestId), "resolve");
}
