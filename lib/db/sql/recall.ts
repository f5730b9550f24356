import "server-only";
import { type Message, RECALL_MINUTES, type Writer, writableStates } from "@/lib/domain/conversation";
import { channels } from "@/lib/domain/realtime";
import { newId } from "../id";
import { pool } from "../pool";
import { GRACE_MS } from "../trace";

export interface Recall {
  readonly consultationId: string;
  readonly senderId: string;
  readonly writer: Writer;
  readonly seq: number;
}

interface RecallRow {
  isOpen: boolean;
  isThere: boolean;
  wasRecalled: boolean;
  seq: number | null;
  outboxIds: string[] | null;
}

// Parameters: 1 consultation, 2 sender, 3 writer, 4 the message's number, 5 now, 6 minutes, 7 states in which the writer may
// write, 8 and 9 new ids, 10 when the worker takes the outbox rows over, 11 and 12 names of channels without their id.
const RECALL = `
WITH talk AS (
  SELECT c."id", c."status"::text = ANY($7::text[]) AS "isOpen",
    CASE $3::text WHEN 'patient' THEN c."doctorId" ELSE c."accountId" END AS "otherId"
  FROM "Consultation" c
  WHERE c."id" = $1::uuid AND CASE $3::text WHEN 'patient' THEN c."accountId" = $2::uuid ELSE c."doctorId" = $2::uuid END
), target AS (
  SELECT m."seq", m."recalledAt" FROM "Message" m JOIN talk ON talk."id" = m."consultationId"
  WHERE m."seq" = $4::int AND m."senderId" = $2::uuid AND m."kind" IN ('text', 'image', 'voice', 'record')
), recalled AS (
  UPDATE "Message" m SET "recalledAt" = $5::timestamptz FROM talk
  WHERE m."consultationId" = talk."id" AND talk."isOpen" AND m."seq" = $4::int AND m."senderId" = $2::uuid AND m."kind" IN ('text', 'image', 'voice', 'record')
    AND m."recalledAt" IS NULL AND m."createdAt" > $5::timestamptz - $6::int * interval '1 minute'
  RETURNING m."seq"
), counted AS (
  UPDATE "Consultation" c SET "lastSeq" = c."lastSeq" + 1, "lastMessageAt" = $5::timestamptz FROM recalled
  WHERE c."id" = $1::uuid RETURNING c."id", c."lastSeq"
), inserted AS (
  INSERT INTO "Message" ("id", "consultationId", "seq", "kind", "senderId", "senderRole", "clientId", "body", "refSeq", "createdAt")
  SELECT $8::uuid, counted."id", counted."lastSeq", 'recall', $2::uuid, $3::"Role", $9::uuid, '', $4::int, $5::timestamptz FROM counted
  RETURNING *
), marked AS (
  UPDATE "ReadMark" r SET "seq" = inserted."seq", "at" = $5::timestamptz FROM inserted
  WHERE r."consultationId" = inserted."consultationId" AND r."accountId" = $2::uuid AND r."seq" = inserted."seq" - 1
), told AS (
  INSERT INTO "Outbox" ("topic", "payload", "createdAt", "nextAt")
  SELECT 'realtime', event, $5::timestamptz, $10::timestamptz
  FROM talk, inserted, LATERAL (VALUES
    (jsonb_build_object('channel', $11::text || talk."id", 'event', 'message', 'data', jsonb_build_object('seq', inserted."seq"))),
    (jsonb_build_object('channel', $12::text || talk."otherId", 'event', 'changed', 'data', jsonb_build_object('id', talk."id")))
  ) AS events(event)
  RETURNING "id"
)
SELECT talk."isOpen", target."seq" IS NOT NULL AS "isThere", target."recalledAt" IS NOT NULL AS "wasRecalled",
  inserted."seq", (SELECT array_agg("id") FROM told) AS "outboxIds"
FROM talk LEFT JOIN target ON true LEFT JOIN inserted ON true`;

/**
 * Takes one's own message back in one statement: it is hidden, and the event takes its own number in the conversation. Null: no such
 * conversation for this person. Without an event in the answer nothing was written; the rest says why.
 */
export async function insertRecall({ consultationId, senderId, writer, seq }: Recall, now: Date) {
  const { rows } = await pool().query<RecallRow>({
    name: "recall_message",
    text: RECALL,
    values: [
      ...[consultationId, senderId, writer, seq, now, RECALL_MINUTES, writableStates(writer), newId(), newId()],
      ...[new Date(now.getTime() + GRACE_MS), channels.consultation(""), channels.account("")],
    ],
  });
  const row = rows[0];
  if (!row) return null;
  const event: Message | null =
    row.seq === null
      ? null
      : {
          ...{ seq: row.seq, kind: "recall", senderId, clientId: null, body: "", at: now.toISOString() },
          ...{ picture: null, voice: null, prescriptionId: null, refSeq: seq, isRecalled: false },
        };
  const { isOpen, isThere, wasRecalled } = row;
  return { isOpen, isThere, wasRecalled, event, outboxIds: (row.outboxIds ?? []).map(BigInt) };
}
