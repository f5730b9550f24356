import "server-only";
import { db, Prisma } from "@/lib/db/client";
import { mayLookAt } from "@/lib/db/report-access";
import { type Figures, reportFigures } from "@/lib/db/sql/report-figures";
import { type Fact, type Listed, reportRows } from "@/lib/db/sql/report-rows";
import type { Person } from "@/lib/domain/actor";
import { type Breakdown, type ReportId, reportIds, shapeOf } from "@/lib/domain/report";
import { DAILY_DAYS, daysOf, type Period, periodBefore, spansOf } from "@/lib/domain/report-period";
import { reportNames } from "./report-names";

export type { Fact, Figures };

/** What a report adds up to in a period and in the one before, with the names of its keys; null: not open to this person now (R30). */
export async function reportOf(actor: Person, now: Date, report: ReportId, breakdown: Breakdown, period: Period) {
  if (!(await mayLookAt(db(), actor.accountId, report, now))) return null;
  const isDaily = daysOf(period) <= DAILY_DAYS;
  const [figures, names] = await Promise.all([
    reportFigures(report, breakdown, period, isDaily),
    reportNames(breakdown),
  ]);
  return { figures, names, isDaily };
}

const PAGE = 50;

/** The rows behind a figure, fifty at a time, with the names of a breakdown's keys; null: not open to this person now (R30). */
export async function rowsOf(
  actor: Person,
  now: Date,
  listed: Listed,
  cursor: string | undefined,
  breakdown = shapeOf(listed.report).by[0] as Breakdown,
) {
  if (!(await mayLookAt(db(), actor.accountId, listed.report, now))) return null;
  const [page, names] = await Promise.all([reportRows(listed, cursor, PAGE), reportNames(breakdown)]);
  return { ...page, names };
}

export interface Headline {
  readonly report: ReportId;
  readonly count: number;
  readonly before: number;
  readonly amount: number;
}

/** What each report counts in a period and in the one before, in one statement. */
export async function headlines(period: Period): Promise<Headline[]> {
  const spans = [period, periodBefore(period)].flatMap((one, index) =>
    spansOf(one).map(
      ({ grain, from, end }) => Prisma.sql`(${grain}::text, ${from}::date, ${end}::date, ${index === 1}::boolean)`,
    ),
  );
  const firsts = reportIds.map((report) => Prisma.sql`(${report}::text, ${shapeOf(report).by[0]}::text)`);
  const rows = await db().$queryRaw<{ report: string; isBefore: boolean; count: bigint; amount: bigint }[]>`
    SELECT c."report", s."isBefore", sum(c."count") AS "count", sum(c."amount")::bigint AS "amount"
    FROM (VALUES ${Prisma.join(spans)}) s ("grain", "from", "end", "isBefore")
    CROSS JOIN (VALUES ${Prisma.join(firsts)}) r ("report", "breakdown")
    JOIN "ReportCell" c ON c."report" = r."report" AND c."breakdown" = r."breakdown" AND c."grain" = s."grain"
      AND c."start" >= s."from" AND c."start" < s."end"
    GROUP BY 1, 2`;
  const found = (report: ReportId, isBefore: boolean) =>
    rows.find((row) => row.report === report && row.isBefore === isBefore);
  return reportIds.map((report) => ({
    report,
    count: Number(found(report, false)?.count ?? 0),
    before: Number(found(report, true)?.count ?? 0),
    amount: Number(found(report, false)?.amount ?? 0),
  }));
}
