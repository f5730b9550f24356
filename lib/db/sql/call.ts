import "server-only";
import { addSeconds } from "@/lib/domain/calendar";
import type { CallNews, CallView } from "@/lib/domain/call";
import { db } from "../client";

/** An ended call is told of for so long: long enough for both ends to hear of it. */
const TOLD_SECONDS = 30;
/** Far more than two browsers need to find each other, and to find each other again. */
const MOST_SIGNALS = 600;

interface Row extends CallView {
  readonly signals: CallNews["signals"];
}

/**
 * The consultation's call as one of its two sides sees it, with what the other end has said since; this tab, where it holds an end, is noted as
 * heard of. One statement. Undefined where the person takes no part in the consultation.
 */
export async function followCall(
  { consultationId, accountId, tab, after }: { consultationId: string; accountId: string; tab: string; after: number },
  now: Date,
): Promise<CallNews | undefined> {
  const [row] = await db().$queryRaw<(Row & { id: string | null })[]>`
    WITH talk AS (
      SELECT "id" FROM "Consultation" WHERE "id" = ${consultationId}::uuid AND ${accountId}::uuid IN ("accountId", "doctorId")
    ), call AS (
      SELECT c.* FROM "Call" c JOIN talk ON talk."id" = c."consultationId"
      WHERE c."status" <> 'ended' OR c."endedAt" > ${addSeconds(now, -TOLD_SECONDS)}
      ORDER BY c."startedAt" DESC LIMIT 1
    ), seen AS (
      UPDATE "Call" c SET
        "callerSeenAt" = CASE WHEN c."callerTab" = ${tab}::uuid THEN ${now} ELSE c."callerSeenAt" END,
        "answererSeenAt" = CASE WHEN c."answererTab" = ${tab}::uuid THEN ${now} ELSE c."answererSeenAt" END
      FROM call WHERE c."id" = call."id" AND c."status" <> 'ended' AND ${tab}::uuid IN (c."callerTab", c."answererTab")
    )
    SELECT call."id", call."kind"::text AS "kind", call."status"::text AS "status", call."endReason",
      call."startedById" = ${accountId}::uuid AS "isMine", call."answeredAt",
      (call."callerAgreedAt" IS NOT NULL AND call."answererAgreedAt" IS NOT NULL) AS "isRecorded",
      COALESCE(CASE WHEN call."startedById" = ${accountId}::uuid THEN call."callerTab" = ${tab}::uuid
        ELSE call."answererTab" IS NULL OR call."answererTab" = ${tab}::uuid END, false) AS "isHere",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', s."id", 'body', s."body") ORDER BY s."id") FROM "CallSignal" s
        WHERE s."callId" = call."id" AND s."id" > ${after}::bigint AND s."isFromCaller" <> (call."startedById" = ${accountId}::uuid)
          AND ${tab}::uuid IN (call."callerTab", call."answererTab")
      ), '[]') AS "signals"
    FROM talk LEFT JOIN call ON true`;
  if (!row) return undefined;
  if (row.id === null) return { call: null, signals: [] };
  const { signals, answeredAt, ...call } = row;
  return { call: { ...call, answeredAt: answeredAt === null ? null : new Date(answeredAt).toISOString() }, signals };
}

/** Keeps what one end says to the other, while the call is on; false where this tab holds no end of it, or has said too much. */
export async function insertSignal({
  callId,
  accountId,
  tab,
  body,
}: {
  callId: string;
  accountId: string;
  tab: string;
  body: string;
}): Promise<boolean> {
  const count = await db().$executeRaw`
    INSERT INTO "CallSignal" ("callId", "isFromCaller", "body")
    SELECT c."id", c."callerTab" = ${tab}::uuid, ${body}
    FROM "Call" c JOIN "Consultation" t ON t."id" = c."consultationId" AND ${accountId}::uuid IN (t."accountId", t."doctorId")
    WHERE c."id" = ${callId}::uuid AND c."status" = 'active'
      AND (c."startedById" = ${accountId}::uuid AND c."callerTab" = ${tab}::uuid OR c."startedById" <> ${accountId}::uuid AND c."answererTab" = ${tab}::uuid)
      AND (SELECT count(*) FROM "CallSignal" s WHERE s."callId" = c."id") < ${MOST_SIGNALS}`;
  return count === 1;
}

/** After a call its last pieces may still arrive for so long: a phone comes back to a network. */
const LATE_HOURS = 24;

/** Whether a piece of this side's recording belongs to a call that both agreed to record, and is not there yet; undefined where there is none. */
export async function missesPiece(
  { callId, accountId, segment, index }: { callId: string; accountId: string; segment: number; index: number },
  now: Date,
): Promise<boolean | undefined> {
  const [row] = await db().$queryRaw<{ isMissing: boolean }[]>`
    SELECT NOT EXISTS (
      SELECT FROM "CallPiece" p WHERE p."callId" = c."id" AND p."isFromCaller" = (c."startedById" = ${accountId}::uuid)
        AND p."segment" = ${segment} AND p."index" = ${index}
    ) AS "isMissing"
    FROM "Call" c JOIN "Consultation" t ON t."id" = c."consultationId" AND ${accountId}::uuid IN (t."accountId", t."doctorId")
    WHERE c."id" = ${callId}::uuid AND c."callerAgreedAt" IS NOT NULL AND c."answererAgreedAt" IS NOT NULL
      AND (c."endedAt" IS NULL OR c."endedAt" > ${addSeconds(now, -LATE_HOURS * 3_600)})`;
  return row?.isMissing;
}

/** Writes a stored piece down; false where it had come before. */
export async function insertPiece(
  piece: { callId: string; accountId: string; segment: number; index: number; storageKey: string; bytes: number },
  now: Date,
): Promise<boolean> {
  const { callId, accountId, segment, index, storageKey, bytes } = piece;
  const count = await db().$executeRaw`
    INSERT INTO "CallPiece" ("callId", "isFromCaller", "segment", "index", "storageKey", "bytes", "createdAt")
    SELECT c."id", c."startedById" = ${accountId}::uuid, ${segment}, ${index}, ${storageKey}, ${bytes}, ${now}
    FROM "Call" c WHERE c."id" = ${callId}::uuid
    ON CONFLICT DO NOTHING`;
  return count === 1;
}
