import "server-only";
import { insertReadMark } from "@/lib/db/sql/read-mark";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ReadMessages } from "@/lib/domain/message-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** Marks what was said up to `seq` as read: one statement; a mark never goes back. Answers with the number marked. */
export async function readMessages(run: Run, input: ReadMessages): Promise<{ seq: number }> {
  authorize(run.actor, "message.read");
  const { accountId, role } = asPerson(run.actor);
  const writer = role === "doctor" ? "doctor" : "patient";
  const marked = await insertReadMark(
    { consultationId: input.id, readerId: accountId, writer, seq: input.seq },
    run.now,
  );
  if (!marked) throw notFound();
  if (marked.outboxIds.length > 0) run.committed?.(marked.outboxIds);
  return { seq: marked.seq };
}
