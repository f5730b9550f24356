import "server-only";
import { db, Prisma } from "./client";

export interface OutboxRow {
  id: bigint;
  topic: string;
  payload: Record<string, unknown>;
  attempts: number;
}

const LEASE_MS = 30_000;
const SWEEP = 100;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Takes rows to deliver: the realtime rows among `ids`, or up to 100 that are due. Rows that another process is taking are skipped;
 * a taken row comes back by itself when the lease ends.
 */
export function claimOutbox(now: Date, ids?: bigint[]): Promise<OutboxRow[]> {
  const which = ids
    ? Prisma.sql`"id" = ANY(${ids}) AND "topic" = 'realtime' AND "attempts" = 0`
    : Prisma.sql`"nextAt" <= ${now}`;
  return db().$queryRaw<OutboxRow[]>`
    UPDATE "Outbox" SET "attempts" = "attempts" + 1, "nextAt" = ${new Date(now.getTime() + LEASE_MS)}
    WHERE "id" IN (
      SELECT "id" FROM "Outbox" WHERE "sentAt" IS NULL AND ${which} ORDER BY "id" LIMIT ${SWEEP} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "topic", "payload", "attempts"`;
}

/** Delivered: realtime rows go away (they say nothing that the tables do not), the others stay as the delivery log. */
export async function finishOutbox(ids: bigint[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db().$executeRaw`
    WITH gone AS (DELETE FROM "Outbox" WHERE "id" = ANY(${ids}) AND "topic" = 'realtime')
    UPDATE "Outbox" SET "sentAt" = ${now} WHERE "id" = ANY(${ids}) AND "topic" <> 'realtime'`;
}

/** Not now: a row waits for a moment, and that is no failure. */
export async function deferOutbox(row: OutboxRow, until: Date): Promise<void> {
  await db().$executeRaw`UPDATE "Outbox" SET "nextAt" = ${until}, "attempts" = 0 WHERE "id" = ${row.id}`;
}

/** Not delivered: tried again after 1, 2, 4 … seconds, ten minutes at most. Only the error's name is kept. */
export async function failOutbox(rows: OutboxRow[], now: Date, error: unknown): Promise<void> {
  const name = error instanceof Error ? error.name : "unknown";
  for (const row of rows) {
    const wait = Math.min(1_000 * 2 ** (row.attempts - 1), LONGEST_WAIT_MS);
    await db().$executeRaw`
      UPDATE "Outbox" SET "nextAt" = ${new Date(now.getTime() + wait)}, "lastError" = ${name} WHERE "id" = ${row.id}`;
  }
}
