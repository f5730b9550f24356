import "server-only";
import { findRequest, moveRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ReplyToRequest } from "@/lib/domain/request-input";

/** The patient adds a word to a request that is not settled; an answered one waits for staff again. */
export async function followUpRequest(work: Work, input: ReplyToRequest): Promise<void> {
  authorize(work.actor, "request.follow_up");
  await moveRequest(work, await findRequest(work, input.requestId), "follow_up", input);
}
