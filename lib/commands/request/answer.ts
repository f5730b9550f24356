import "server-only";
import { findRequest, moveRequest } from "@/lib/db/move-request";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { AnswerRequest } from "@/lib/domain/request-input";

/** Staff answer a request; the patient is told. */
export async function answerRequest(work: Work, input: AnswerRequest): Promise<void> {
  authorize(work.actor, "request.answer");
  await moveRequest(work, await findRequest(work, input.requestId), "answer", input);
}
