import "server-only";
import { insertRecall } from "@/lib/db/sql/recall";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { Message } from "@/lib/domain/conversation";
import type { RecallMessage } from "@/lib/domain/message-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * Takes one's own message back within two minutes: both sides see that it was, and no longer what it said; it is kept (R28). Returns the
 * event. Refusals: `conversation_closed`, `recall_too_late`, `conflict` where it was taken back already, `not_found`.
 */
export async function recallMessage(run: Run, input: RecallMessage): Promise<Message> {
  authorize(run.actor, "message.recall");
  const { accountId, role } = asPerson(run.actor);
  const recall = { consultationId: input.id, senderId: accountId, seq: input.seq };
  const done = await insertRecall({ ...recall, writer: role === "doctor" ? "doctor" : "patient" }, run.now);
  if (!done?.isThere) throw notFound();
  if (done.event) {
    run.committed?.(done.outboxIds);
    return done.event;
  }
  if (done.wasRecalled) throw conflict();
  throw new Refusal(done.isOpen ? "recall_too_late" : "conversation_closed");
}
