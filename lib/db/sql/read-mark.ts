import "server-only";
import type { Writer } from "@/lib/domain/conversation";
import { channels } from "@/lib/domain/realtime";
import { pool } from "../pool";
import { GRACE_MS } from "../trace";

// Parameters: 1 consultation, 2 reader, 3 the reader's side, 4 number, 5 now, 6 when the worker takes the outbox row over,
// 7 name of the channel without its id. The mark only grows, and never beyond what was said.
const MARK = `
WITH talk AS (
  SELECT c."id", LEAST($4::int, c."lastSeq") AS "seq" FROM "Consultation" c
  WHERE c."id" = $1::uuid AND CASE $3::text
    WHEN 'patient' THEN c."accountId" = $2::uuid
    ELSE c."doctorId" = $2::uuid AND c."paidAt" IS NOT NULL END
), marked AS (
  INSERT INTO "ReadMark" ("consultationId", "accountId", "seq", "at")
  SELECT talk."id", $2::uuid, talk."seq", $5::timestamptz FROM talk WHERE talk."seq" > 0
  ON CONFLICT ("consultationId", "accountId") DO UPDATE SET "seq" = EXCLUDED."seq", "at" = EXCLUDED."at"
    WHERE "ReadMark"."seq" < EXCLUDED."seq"
  RETURNING "seq"
), told AS (
  INSERT INTO "Outbox" ("topic", "payload", "createdAt", "nextAt")
  SELECT 'realtime', jsonb_build_object('channel', $7::text || $1::uuid, 'event', 'read',
    'data', jsonb_build_object('seq', marked."seq", 'accountId', $2::uuid)), $5::timestamptz, $6::timestamptz
  FROM marked
  RETURNING "id"
)
SELECT talk."seq", (SELECT array_agg("id") FROM told) AS "outboxIds" FROM talk`;

/** Marks a conversation as read up to a number, in one statement. Null: no such conversation for this person. */
export async function insertReadMark(
  mark: { consultationId: string; readerId: string; writer: Writer; seq: number },
  now: Date,
): Promise<{ seq: number; outboxIds: bigint[] } | null> {
  const { rows } = await pool().query<{ seq: number; outboxIds: string[] | null }>({
    name: "mark_read",
    text: MARK,
    values: [
      ...[mark.consultationId, mark.readerId, mark.writer, mark.seq, now],
      ...[new Date(now.getTime() + GRACE_MS), channels.consultation("")],
    ],
  });
  const row = rows[0];
  return row ? { seq: row.seq, outboxIds: (row.outboxIds ?? []).map(BigInt) } : null;
}
