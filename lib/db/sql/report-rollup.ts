import "server-only";
import { dayAfter, startOfDay } from "@/lib/domain/calendar";
import { slotEdges } from "@/lib/domain/histogram";
import { isReport, type ReportId, shapeOf } from "@/lib/domain/report";
import { db, Prisma, type Tx } from "../client";
import { reportFacts } from "./report-facts";

const { sql } = Prisma;

const LOCK = 20_261_124;
const TOUCHES = 20_000;
/** Days of one report that are added up in one statement, as one span of time with small gaps. */
const DAYS = 62;
const GAP_DAYS = 7;

const keysOf = (report: ReportId) =>
  Prisma.join(shapeOf(report).by.map((breakdown) => sql`(${breakdown}, f.${Prisma.raw(`"${breakdown}"`)})`));

/** Adds one report's days up from its facts: days in their order. */
const addDays = (tx: Tx, report: ReportId, days: readonly string[]) => tx.$executeRaw`
  INSERT INTO "ReportCell" ("report", "breakdown", "grain", "start", "key", "count", "amount", "kept", "judged", "slots", "tallies")
  SELECT ${report}, "breakdown", 'day', "day", "key", sum("count"), sum("amount"), sum("kept"), sum("judged"),
    COALESCE(array_agg("slot" ORDER BY "slot") FILTER (WHERE "slot" IS NOT NULL), '{}'),
    COALESCE(array_agg("count" ORDER BY "slot") FILTER (WHERE "slot" IS NOT NULL), '{}')
  FROM (
    SELECT shanghai_day(f."at") AS "day", k."breakdown", COALESCE(k."key", '') AS "key", width_bucket(f."minutes", ${[...slotEdges]}::double precision[]) AS "slot",
      count(*)::int AS "count", COALESCE(sum(f."amount"), 0) AS "amount",
      count(*) FILTER (WHERE f."isKept") AS "kept", count(f."isKept") AS "judged"
    FROM (${reportFacts[report]}) f
    CROSS JOIN LATERAL (VALUES ${keysOf(report)}) k("breakdown", "key")
    WHERE f."at" >= ${startOfDay(days[0] ?? "")} AND f."at" < ${startOfDay(dayAfter(days.at(-1) ?? "", 1))}
      AND shanghai_day(f."at") = ANY(${[...days]}::date[])
    GROUP BY 1, 2, 3, 4
  ) x GROUP BY "breakdown", "day", "key"`;

/** Adds the months up in which these days lie, from the days' cells. */
const addMonths = (tx: Tx, report: ReportId, months: readonly string[]) => tx.$executeRaw`
  WITH days AS (
    SELECT c.*, m."month" FROM unnest(${[...months]}::date[]) m("month")
    JOIN "ReportCell" c ON c."report" = ${report} AND c."grain" = 'day' AND c."start" >= m."month" AND c."start" < (m."month" + interval '1 month')::date
  ), slots AS (
    SELECT "breakdown", "month", "key", array_agg("slot" ORDER BY "slot") AS "slots", array_agg("tally" ORDER BY "slot") AS "tallies"
    FROM (SELECT d."breakdown", d."month", d."key", u."slot", sum(u."tally")::int AS "tally"
      FROM days d CROSS JOIN LATERAL unnest(d."slots", d."tallies") u("slot", "tally") GROUP BY 1, 2, 3, 4) s
    GROUP BY 1, 2, 3
  )
  INSERT INTO "ReportCell" ("report", "breakdown", "grain", "start", "key", "count", "amount", "kept", "judged", "slots", "tallies")
  SELECT ${report}, d."breakdown", 'month', d."month", d."key", sum(d."count"), sum(d."amount"), sum(d."kept"), sum(d."judged"),
    COALESCE(max(s."slots"), '{}'), COALESCE(max(s."tallies"), '{}')
  FROM days d LEFT JOIN slots s ON s."breakdown" = d."breakdown" AND s."month" = d."month" AND s."key" = d."key"
  GROUP BY d."breakdown", d."month", d."key"`;

/** Days in their order, in runs that lie close together. */
function runsOf(days: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    const isNear = run && run.length < DAYS && day <= dayAfter(run.at(-1) ?? "", GAP_DAYS);
    if (isNear) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

async function refill(tx: Tx, report: ReportId, days: readonly string[]): Promise<void> {
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  await tx.$executeRaw`DELETE FROM "ReportCell" WHERE "report" = ${report}
    AND (("grain" = 'day' AND "start" = ANY(${[...days]}::date[])) OR ("grain" = 'month' AND "start" = ANY(${months}::date[])))`;
  for (const run of runsOf(days)) await addDays(tx, report, run);
  await addMonths(tx, report, months);
}

/**
 * Adds up anew what was touched since the last time, from the rows themselves: whoever changed a row left a touch in the same
 * transaction, so a touch that is seen here stands for rows that are seen too. One worker at a time. Returns how many days of a report.
 */
export const refreshReports = (): Promise<number> =>
  db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
      const touched = await tx.$queryRaw<{ report: string; days: string[] }[]>`
        WITH gone AS (
          DELETE FROM "ReportTouch" WHERE "id" IN (SELECT "id" FROM "ReportTouch" ORDER BY "id" LIMIT ${TOUCHES}) RETURNING "report", "day"
        ) SELECT "report", array_agg(DISTINCT to_char("day", 'YYYY-MM-DD')) AS "days" FROM gone GROUP BY 1`;
      for (const { report, days } of touched) if (isReport(report)) await refill(tx, report, days);
      return touched.reduce((sum, { days }) => sum + days.length, 0);
    },
    { timeout: 600_000 },
  );
