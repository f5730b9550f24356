import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter } from "./calendar";
import { askedPeriod, daysOf, MOST_DAYS, periodBefore, periodOn, spansOf } from "./report-period";

const NOW = new Date("2026-11-24T04:00:00Z");
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: MOST_DAYS - 1 }))
  .map(([start, length]) => {
    const from = dayAfter("2016-01-01", start);
    return { from, to: dayAfter(from, length) };
  });

test("spans follow on one another without a gap, months whole, at most three", () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const spans = spansOf(period);
      expect(spans.length).toBeLessThanOrEqual(3);
      expect(spans[0]?.from).toBe(period.from);
      expect(spans.at(-1)?.end).toBe(dayAfter(period.to, 1));
      for (const [index, span] of spans.entries()) {
        if (index > 0) expect(span.from).toBe(spans[index - 1]?.end);
        if (span.grain === "month") expect([span.from.slice(8), span.end.slice(8)]).toEqual(["01", "01"]);
      }
    }),
  );
});

test("the period before is as long and ends the day before", () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const before = periodBefore(period);
      expect([daysOf(before), dayAfter(before.to, 1)]).toEqual([daysOf(period), period.from]);
    }),
  );
});

test.each([
  ["last_7_days", "2026-11-17", "2026-11-23"],
  ["last_30_days", "2026-10-25", "2026-11-23"],
  ["last_month", "2026-10-01", "2026-10-31"],
  ["this_year", "2026-01-01", "2026-11-24"],
] as const)("%s", (moving, from, to) => expect(periodOn(moving, NOW)).toEqual({ from, to }));

test.each([
  ["two days", { from: "2026-11-01", to: "2026-11-02" }, { from: "2026-11-01", to: "2026-11-02" }],
  ["the wrong way round", { from: "2026-11-02", to: "2026-11-01" }, { from: "2026-11-01", to: "2026-11-02" }],
  ["ten years", { from: "2016-11-25", to: "2026-11-24" }, { from: "2016-11-25", to: "2026-11-24" }],
  ["a hundred years", { from: "1926-11-25", to: "2026-11-24" }, { from: "2026-10-26", to: "2026-11-24" }],
  ["no days", { from: "yesterday", to: ["2026-11-24"] }, { from: "2026-10-26", to: "2026-11-24" }],
  ["nothing", {}, { from: "2026-10-26", to: "2026-11-24" }],
])("a page asked for %s", (_, asked, period) => expect(askedPeriod(asked, NOW)).toEqual(period));
