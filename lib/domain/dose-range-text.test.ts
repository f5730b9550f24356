import { expect, test } from "vitest";
import { doseRanges } from "@/prisma/seed/data/dose-ranges";
import { doseRangesText, readDoseRanges } from "./dose-range-text";

test("what is read is what was written, in whatever order", () => {
  const text = "kidney *-* dose *-2/4; child 6-143 kg 0.25-0.5/2";
  expect(readDoseRanges(text)).toMatchObject([
    { population: "kidney", minAgeMonths: null, isPerKg: false, minSingle: null, maxSingle: 2, maxDaily: 4 },
    { population: "child", minAgeMonths: 6, maxAgeMonths: 143, isPerKg: true, minSingle: 0.25, maxSingle: 0.5 },
  ]);
  expect(doseRangesText(readDoseRanges(text) ?? [])).toBe("child 6-143 kg 0.25-0.5/2; kidney *-* dose *-2/4");
  expect(readDoseRanges("")).toEqual([]);
});

test.each([
  ["another population", "adult *-* dose *-2/4"],
  ["a most that is less than the least", "child *-* dose 3-2/4"],
  ["a day that is less than a dose", "child *-* dose *-5/4"],
  ["nothing at once", "child *-* dose *-0/4"],
  ["months turned round", "child 143-6 dose *-2/4"],
  ["a unit", "child *-* mg *-2/4"],
  ["a part that cannot be read", "child *-* dose *-2/4; kidney"],
  ["a negative number", "child *-* dose -1-2/4"],
])("%s is refused: %s", (_, text) => expect(readDoseRanges(text)).toBe(null));

test("every range of the seed can be written so", () => {
  for (const { medicine: _, ...range } of doseRanges) expect(readDoseRanges(doseRangesText([range]))).toEqual([range]);
});
