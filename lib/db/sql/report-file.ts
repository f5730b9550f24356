import "server-only";
import { db } from "../client";
import type { ReportFile } from "../generated/client";

/** A worker that says nothing for so long has let go. */
const LEASE_MS = 120_000;
export const MOST_ATTEMPTS = 3;

/** Takes the oldest file that waits, or that a worker let go of; null: there is none. A file that failed thrice is not tried again. */
export async function claimReportFile(now: Date): Promise<ReportFile | null> {
  const [row] = await db().$queryRaw<ReportFile[]>`
    UPDATE "ReportFile" SET "status" = 'running', "attempts" = "attempts" + 1, "rowsDone" = 0, "heldUntil" = ${new Date(now.getTime() + LEASE_MS)}
    WHERE "id" = (
      SELECT "id" FROM "ReportFile" WHERE ("status" = 'waiting' OR ("status" = 'running' AND "heldUntil" < ${now}))
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`;
  return row ?? null;
}

/** How far a file is; the lease goes on. False: another worker has it by now. */
export async function noteProgress(
  id: string,
  attempts: number,
  rowsDone: number,
  rowsTotal: number,
  now: Date,
): Promise<boolean> {
  const { count } = await db().reportFile.updateMany({
    where: { id, attempts, status: "running" },
    data: { rowsDone, rowsTotal: Math.max(rowsDone, rowsTotal), heldUntil: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1;
}

/** It could not be made this time: another try. */
export const letGoOfFile = (id: string, attempts: number) =>
  db().reportFile.updateMany({
    where: { id, attempts, status: "running" },
    data: { status: "waiting", heldUntil: null },
  });
