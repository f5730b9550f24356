import "server-only";
import { findRequest, moveRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ReplyToRequest } from "@/lib/domain/request-input";

/** The patient opens a settled request again, and says why. */
export async function reopenRequest(work: Work, input: ReplyToRequest): Promise<void> {
  authorize(work.actor, "request.reopen");
  await moveRequest(work, await findRequest(work, input.requestId), "reopen", input);
}
