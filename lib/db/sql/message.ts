import "server-only";
import { DatabaseError, type QueryConfig } from "pg";
import type { ConsultationStatus } from "@/lib/domain/consultation";
import { asAttachment, type Message, type Writer, writableStates } from "@/lib/domain/conversation";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";
import { pool } from "../pool";
import { GRACE_MS } from "../trace";

export interface NewMessage {
  readonly id: string;
  readonly consultationId: string;
  readonly senderId: string;
  readonly writer: Writer;
  readonly clientId: string;
  readonly kind: "text" | "image" | "voice";
  readonly body: string;
  readonly fileId: string | null;
  /** The message that it quotes; left out where that is none of this conversation, or was taken back. */
  readonly refSeq: number | null;
  readonly now: Date;
}

/** What came of sending: the message (a retry gets the one that is there), or how the conversation stood. */
export interface Sent {
  readonly message: Message | null;
  readonly outboxIds: bigint[];
  readonly status: ConsultationStatus;
  readonly turnsUsed: number;
  readonly turnLimit: number;
  readonly opensTurn: boolean;
  /** The picture or voice was there to be sent: the sender's own, and in no other conversation. */
  readonly hasFile: boolean;
}

interface SentRow extends Omit<Sent, "message" | "outboxIds"> {
  seq: number | null;
  kind: Message["kind"];
  body: string;
  createdAt: Date;
  fileId: string | null;
  width: number | null;
  height: number | null;
  seconds: number | null;
  refSeq: number | null;
  outboxIds: string[] | null;
}

// Parameters: 1 consultation, 2 sender, 3 writer, 4 message id, 5 client id, 6 kind, 7 body, 8 file, 9 now, 10 states in
// which the writer may write, 11 when the worker takes the outbox rows over, 12 and 13 names of channels without their id,
// 14 the quoted message.
//
// `talk` and `known` are what the statement's snapshot shows; `counted` waits for the conversation's row lock and then sees
// the newest row. A patient's turn depends on the message before, so a patient's message is numbered only where the two
// agree; otherwise nothing is written and the caller asks again.
const SEND = `
WITH talk AS (
  SELECT c."id", c."status"::text AS "status", c."lastSeq", c."turnsUsed", c."turnLimit", o."lengthMinutes",
    CASE $3::text WHEN 'patient' THEN c."doctorId" ELSE c."accountId" END AS "otherId",
    $3::text = 'patient' AND (
      SELECT m."senderRole" FROM "Message" m WHERE m."consultationId" = c."id" AND m."senderId" IS NOT NULL AND m."kind" <> 'recall'
      ORDER BY m."seq" DESC LIMIT 1) IS DISTINCT FROM 'patient' AS "opensTurn"
  FROM "Consultation" c JOIN "Offering" o ON o."id" = c."offeringId"
  WHERE c."id" = $1::uuid AND CASE $3::text
    WHEN 'patient' THEN c."accountId" = $2::uuid
    ELSE c."doctorId" = $2::uuid AND c."paidAt" IS NOT NULL END
), known AS (
  SELECT m.* FROM "Message" m JOIN talk ON talk."id" = m."consultationId"
  WHERE m."senderId" = $2::uuid AND m."clientId" = $5::uuid
), bound AS (
  UPDATE "File" f SET "consultationId" = talk."id" FROM talk
  WHERE f."id" = $8::uuid AND f."ownerId" = $2::uuid AND (f."consultationId" IS NULL OR f."consultationId" = talk."id")
    AND (f."seconds" IS NOT NULL) = ($6::text = 'voice')
  RETURNING f."id"
), counted AS (
  UPDATE "Consultation" c SET
    "lastSeq" = c."lastSeq" + 1,
    "lastMessageAt" = $9::timestamptz,
    "turnsUsed" = c."turnsUsed" + talk."opensTurn"::int,
    "firstReplyAt" = CASE $3::text WHEN 'doctor' THEN COALESCE(c."firstReplyAt", $9::timestamptz) ELSE c."firstReplyAt" END,
    "dueAt" = CASE WHEN $3::text = 'doctor' AND c."firstReplyAt" IS NULL
      THEN c."acceptedAt" + talk."lengthMinutes" * interval '1 minute' ELSE c."dueAt" END
  FROM talk
  WHERE c."id" = talk."id" AND c."status"::text = ANY($10::text[])
    AND ($3::text = 'doctor' OR (c."lastSeq" = talk."lastSeq" AND c."turnsUsed" + talk."opensTurn"::int <= c."turnLimit"))
    AND NOT EXISTS (SELECT FROM known)
    AND ($8::uuid IS NULL OR EXISTS (SELECT FROM bound))
  RETURNING c."id", c."lastSeq"
), inserted AS (
  INSERT INTO "Message" ("id", "consultationId", "seq", "kind", "senderId", "senderRole", "clientId", "body", "fileId", "refSeq", "createdAt")
  SELECT $4::uuid, counted."id", counted."lastSeq", $6::text::"MessageKind", $2::uuid, $3::"Role", $5::uuid, $7::text, $8::uuid,
    (SELECT q."seq" FROM "Message" q WHERE q."consultationId" = counted."id" AND q."seq" = $14::int AND q."recalledAt" IS NULL), $9::timestamptz
  FROM counted
  RETURNING *
), marked AS (
  UPDATE "ReadMark" r SET "seq" = inserted."seq", "at" = $9::timestamptz FROM inserted
  WHERE r."consultationId" = inserted."consultationId" AND r."accountId" = $2::uuid AND r."seq" = inserted."seq" - 1
), told AS (
  INSERT INTO "Outbox" ("topic", "payload", "createdAt", "nextAt")
  SELECT 'realtime', event, $9::timestamptz, $11::timestamptz
  FROM talk, inserted, LATERAL (VALUES
    (jsonb_build_object('channel', $12::text || talk."id", 'event', 'message', 'data', jsonb_build_object('seq', inserted."seq"))),
    (jsonb_build_object('channel', $13::text || talk."otherId", 'event', 'changed', 'data', jsonb_build_object('id', talk."id")))
  ) AS events(event)
  RETURNING "id"
), message AS (SELECT * FROM inserted UNION ALL SELECT * FROM known)
SELECT talk."status", talk."turnsUsed", talk."turnLimit", talk."opensTurn", EXISTS (SELECT FROM bound) AS "hasFile",
  message."seq", message."kind"::text AS "kind", message."body", message."createdAt", message."fileId", message."refSeq", f."width", f."height", f."seconds",
  (SELECT array_agg("id") FROM told) AS "outboxIds"
FROM talk LEFT JOIN message ON true LEFT JOIN "File" f ON f."id" = message."fileId"`;

/**
 * Sends one message in one statement: membership, state, turn, number under the conversation's row lock, the doctor's
 * first word and the deadline that follows from it, the sender's own read mark, and what the other side's browser is told. Null: no such conversation
 * for this person. Without a message in the answer nothing was written; ask again where its state gives no reason.
 */
export async function insertMessage(message: NewMessage): Promise<Sent | null> {
  const { id, consultationId, senderId, writer, clientId, kind, body, fileId, refSeq, now } = message;
  const takenOver = new Date(now.getTime() + GRACE_MS);
  const row = await askTwice({
    name: "send_message",
    text: SEND,
    values: [
      ...[consultationId, senderId, writer, id, clientId, kind, body, fileId, now, writableStates(writer)],
      ...[takenOver, channels.consultation(""), channels.account(""), refSeq],
    ],
  });
  if (!row) return null;
  const { status, turnsUsed, turnLimit, opensTurn, hasFile } = row;
  const outboxIds = (row.outboxIds ?? []).map(BigInt);
  return {
    status,
    turnsUsed,
    turnLimit,
    opensTurn,
    hasFile,
    outboxIds,
    message: asMessage(row, senderId, clientId),
  };
}

const PLAIN = { prescriptionId: null, isRecalled: false } as const;

const isUniqueViolation = (error: unknown) => error instanceof DatabaseError && error.code === "23505";

// A message that is sent twice at once meets itself: the second look finds it. Met again, its `clientId` belongs to
// another conversation.
async function askTwice(query: QueryConfig): Promise<SentRow | undefined> {
  try {
    const { rows } = await pool().query<SentRow>(query);
    return rows[0];
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  try {
    const { rows } = await pool().query<SentRow>(query);
    return rows[0];
  } catch (error) {
    throw isUniqueViolation(error) ? conflict() : error;
  }
}

function asMessage(row: SentRow, senderId: string, clientId: string): Message | null {
  if (row.seq === null) return null;
  const { seq, kind, body, fileId, width, height, seconds, refSeq, createdAt } = row;
  const file = fileId ? { id: fileId, width, height, seconds } : null;
  return { seq, kind, senderId, clientId, body, at: createdAt.toISOString(), ...asAttachment(file), ...PLAIN, refSeq };
}
