import "server-only";
import { newId } from "@/lib/db/id";
import { insertMessage } from "@/lib/db/sql/message";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { type Message, type Writer, whyNotWrite } from "@/lib/domain/conversation";
import type { SendMessage } from "@/lib/domain/message-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

/** Each round somebody else's message got in between; far more than a conversation of two can need. */
const ROUNDS = 200;

/**
 * Sends a message: one statement instead of a transaction, being the hottest path there is; the message itself says who did
 * what and when. The same `clientId` again returns the same message. Refuses with `conversation_not_open`,
 * `conversation_closed`, `turns_used_up`, `picture_not_found` or `voice_not_found`.
 */
export async function sendMessage(run: Run, input: SendMessage): Promise<Message> {
  authorize(run.actor, "message.send");
  const { accountId, role } = asPerson(run.actor);
  const writer: Writer = role === "doctor" ? "doctor" : "patient";
  const fileId = input.kind === "text" ? null : input.fileId;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sent = await insertMessage({
      ...{ id: newId(), consultationId: input.id, senderId: accountId, writer, now: run.now },
      ...{ clientId: input.clientId, kind: input.kind, body: input.body, fileId, refSeq: input.refSeq ?? null },
    });
    if (!sent) throw notFound();
    if (sent.message) {
      if (sent.outboxIds.length > 0) run.committed?.(sent.outboxIds);
      return sent.message;
    }
    const code = whyNotWrite(writer, sent);
    if (code) throw new Refusal(code);
    if (fileId && !sent.hasFile) throw new Refusal(input.kind === "voice" ? "voice_not_found" : "picture_not_found");
  }
  throw conflict();
}
