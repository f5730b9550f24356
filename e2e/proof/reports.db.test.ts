import { beforeAll, expect, test } from "vitest";
import { db, Prisma } from "@/lib/db/client";
import { reportFacts } from "@/lib/db/sql/report-facts";
import { reportFigures } from "@/lib/db/sql/report-figures";
import { refreshReports } from "@/lib/db/sql/report-rollup";
import { quantileSlot } from "@/lib/domain/histogram";
import { type Breakdown, type ReportId, reportIds, shapeOf } from "@/lib/domain/report";
import { fillYears } from "@/lib/testing/years";

/** `PROOF=full`: a million. */
const ORDERS = process.env.PROOF === "full" ? 1_000_000 : 100_000;
const UNTIL = "2026-11-23";
const YEARS = { from: "2023-11-10", to: "2026-12-31" };

async function touchAll() {
  for (const report of reportIds)
    await db()
      .$executeRaw`INSERT INTO "ReportTouch" ("report", "day") SELECT DISTINCT ${report}, shanghai_day(f."at") FROM (${reportFacts[report]}) f`;
  while ((await refreshReports()) > 0);
}

beforeAll(async () => {
  await fillYears(process.env.DATABASE_OWNER_URL ?? "", { orders: ORDERS, until: UNTIL, days: 1_095 });
  await touchAll();
}, 900_000);

/** The same figures, read live from the rows. */
const live = (report: ReportId, breakdown: Breakdown, { from, to }: { from: string; to: string }) => db().$queryRaw<
  {
    key: string;
    count: number;
    amount: number;
    kept: number;
    judged: number;
    median: number | null;
    p90: number | null;
  }[]
>`
  SELECT COALESCE(f.${Prisma.raw(`"${breakdown}"`)}, '') AS "key", count(*)::int AS "count", COALESCE(sum(f."amount"), 0)::double precision AS "amount",
    count(*) FILTER (WHERE f."isKept")::int AS "kept", count(f."isKept")::int AS "judged",
    percentile_disc(0.5) WITHIN GROUP (ORDER BY f."minutes") AS "median", percentile_disc(0.9) WITHIN GROUP (ORDER BY f."minutes") AS "p90"
  FROM (${reportFacts[report]}) f
  WHERE f."at" >= (${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND f."at" < ((${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
  GROUP BY 1 ORDER BY 1`;

const cases = reportIds.flatMap((report) => shapeOf(report).by.map((breakdown) => [report, breakdown] as const));
const periods = [
  YEARS,
  { from: "2025-02-11", to: "2026-03-09" },
  { from: "2026-11-01", to: "2026-11-30" },
  { from: "2026-06-05", to: "2026-06-05" },
];

test.each(cases)(
  `S8: %s by %s: counts and money as in ${ORDERS} orders' rows, medians in their slot`,
  async (report, breakdown) => {
    for (const period of periods) {
      const [raw, { keys, total, line }] = await Promise.all([
        live(report, breakdown, period),
        reportFigures(report, breakdown, period, false),
      ]);
      const seen = keys.filter(({ now }) => now.count > 0).sort((one, other) => (one.key < other.key ? -1 : 1));
      const sorted = [...raw].sort((one, other) => (one.key < other.key ? -1 : 1));
      expect(seen.map(({ key, now: { tallies: _, ...sums } }) => ({ key, ...sums }))).toEqual(
        sorted.map(({ median: _median, p90: _p90, ...sums }) => sums),
      );
      for (const [index, { median, p90 }] of sorted.entries())
        for (const [exact, share] of [
          [median, 0.5],
          [p90, 0.9],
        ] as const) {
          const slot = quantileSlot(seen[index]?.now.tallies ?? new Map(), share);
          if (exact === null) expect(slot).toBeNull();
          else expect(slot && exact >= slot.fromMinutes - 1e-9 && exact < slot.toMinutes + 1e-9).toBe(true);
        }
      expect(total.now.count).toBe(raw.reduce((sum, { count }) => sum + count, 0));
      expect([...line.values()].reduce((sum, count) => sum + count, 0)).toBe(total.now.count);
    }
  },
);
