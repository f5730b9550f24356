import "server-only";
import type { Tallies } from "@/lib/domain/histogram";
import type { Breakdown, ReportId } from "@/lib/domain/report";
import { type Period, periodBefore, spansOf } from "@/lib/domain/report-period";
import { db, Prisma } from "../client";

export interface Sums {
  readonly count: number;
  /** Fen, packs or stars. */
  readonly amount: number;
  readonly kept: number;
  readonly judged: number;
  readonly tallies: Tallies;
}

export interface Figures {
  /** What a key adds up to in the period and in the one before. */
  readonly keys: readonly { readonly key: string; readonly now: Sums; readonly before: Sums }[];
  readonly total: { readonly now: Sums; readonly before: Sums };
  /** Count by day (YYYY-MM-DD) or month (YYYY-MM) of the period; days without any are not there. */
  readonly line: ReadonlyMap<string, number>;
}

interface Row {
  readonly kind: "key" | "slot" | "line";
  readonly key: string | null;
  readonly isBefore: boolean | null;
  readonly at: string | null;
  readonly slot: number | null;
  readonly count: bigint;
  readonly amount: bigint | null;
  readonly kept: bigint | null;
  readonly judged: bigint | null;
}

const spansOfBoth = (period: Period) =>
  [period, periodBefore(period)].flatMap((one, index) =>
    spansOf(one).map(
      ({ grain, from, end }) => Prisma.sql`(${grain}::text, ${from}::date, ${end}::date, ${index === 1}::boolean)`,
    ),
  );

const noSums = (): { -readonly [Name in keyof Sums]: Sums[Name] } & { tallies: Map<number, number> } => ({
  ...{ count: 0, amount: 0, kept: 0, judged: 0 },
  tallies: new Map(),
});

/** What a report adds up to, read from its cells in one statement: whole months as such, the days at both ends as days. */
export async function reportFigures(
  report: ReportId,
  breakdown: Breakdown,
  period: Period,
  isDaily: boolean,
): Promise<Figures> {
  const rows = await db().$queryRaw<Row[]>`
    WITH spans ("grain", "from", "end", "isBefore") AS (VALUES ${Prisma.join(spansOfBoth(period))}),
    cells AS MATERIALIZED (
      SELECT c.*, s."isBefore" FROM spans s
      JOIN "ReportCell" c ON c."report" = ${report} AND c."breakdown" = ${breakdown} AND c."grain" = s."grain" AND c."start" >= s."from" AND c."start" < s."end"
    )
    SELECT 'key' AS "kind", "key", "isBefore", NULL AS "at", NULL::int AS "slot",
      sum("count") AS "count", sum("amount")::bigint AS "amount", sum("kept") AS "kept", sum("judged") AS "judged"
    FROM cells GROUP BY "key", "isBefore"
    UNION ALL
    SELECT 'slot', c."key", c."isBefore", NULL, u."slot", sum(u."tally"), NULL, NULL, NULL
    FROM cells c CROSS JOIN LATERAL unnest(c."slots", c."tallies") u("slot", "tally") GROUP BY c."key", c."isBefore", u."slot"
    UNION ALL
    SELECT 'line', NULL, NULL, to_char("start", ${isDaily ? "YYYY-MM-DD" : "YYYY-MM"}), NULL, sum("count"), NULL, NULL, NULL
    FROM ${isDaily ? dailyCells(report, breakdown, period) : Prisma.sql`cells WHERE NOT "isBefore"`} GROUP BY 4`;
  const keys = new Map<string, { now: ReturnType<typeof noSums>; before: ReturnType<typeof noSums> }>();
  const total = { now: noSums(), before: noSums() };
  const line = new Map<string, number>();
  for (const row of rows) {
    const count = Number(row.count);
    if (row.kind === "line") {
      line.set(row.at ?? "", count);
      continue;
    }
    const key = row.key ?? "";
    const both = keys.get(key) ?? { now: noSums(), before: noSums() };
    keys.set(key, both);
    const when = row.isBefore ? "before" : "now";
    for (const sums of [both[when], total[when]]) {
      if (row.kind === "slot") {
        sums.tallies.set(row.slot ?? 0, (sums.tallies.get(row.slot ?? 0) ?? 0) + count);
        continue;
      }
      sums.count += count;
      sums.amount += Number(row.amount);
      sums.kept += Number(row.kept);
      sums.judged += Number(row.judged);
    }
  }
  return { keys: [...keys].map(([key, both]) => ({ key, ...both })), total, line };
}

/** Whole months hold no days: a line by day reads the days. */
const dailyCells = (report: ReportId, breakdown: Breakdown, { from, to }: Period) => Prisma.sql`
  (SELECT "start", "count" FROM "ReportCell" WHERE "report" = ${report} AND "breakdown" = ${breakdown} AND "grain" = 'day'
    AND "start" >= ${from}::date AND "start" <= ${to}::date) d`;
