import "server-only";
import { findRequest, moveRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { CloseRequest } from "@/lib/domain/request-input";

/** Staff settle a request, with what came of it and a last word; the patient is told, and may open it again. */
export async function closeRequest(work: Work, input: CloseRequest): Promise<void> {
  authorize(work.actor, "request.close");
  await moveRequest(work, await findRequest(work, input.requestId), "resolve", input);
}
