import { expect, test } from "vitest";
import { monthBounds, monthsBack } from "./month";

test.each([
  ["2026-11", "2026-10-31T16:00:00.000Z", "2026-11-30T16:00:00.000Z"],
  ["2026-12", "2026-11-30T16:00:00.000Z", "2026-12-31T16:00:00.000Z"],
  ["2028-02", "2028-01-31T16:00:00.000Z", "2028-02-29T16:00:00.000Z"],
])("%s goes from %s to %s", (month, from, to) => {
  expect(monthBounds(month).map((at) => at.toISOString())).toEqual([from, to]);
});

test("months are counted back over the new year", () => {
  expect(monthsBack("2027-02-15", 4)).toEqual(["2027-02", "2027-01", "2026-12", "2026-11"]);
});
