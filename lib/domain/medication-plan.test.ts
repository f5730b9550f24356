import { describe, expect, test } from "vitest";
import { addDays } from "./calendar";
import { type Course, dosesOn, lastDay, renewalDueAt } from "./medication-plan";
import { frequencies } from "./vocabulary/frequencies";

const course = (more: Partial<Course> = {}): Course => ({
  ...{ dose: 1, doseUnit: "tablet", frequency: "bid", route: "oral", timing: "", days: 7, startsOn: "2026-11-23" },
  ...more,
});

describe("the doses of a day", () => {
  test.each([
    ["the day before", "2026-11-22", null],
    ["the first day", "2026-11-23", [8, 20]],
    ["the last day", "2026-11-29", [8, 20]],
    ["the day after", "2026-11-30", null],
  ])("%s", (_, day, hours) => expect(dosesOn(course(), day)).toEqual(hours));

  test.each([
    ["qod", "2026-11-24", null],
    ["qod", "2026-11-25", [8]],
    ["weekly", "2026-11-29", null],
    ["weekly", "2026-11-30", [8]],
    ["once", "2026-11-24", null],
    ["prn", "2026-11-24", []],
  ])("%s on %s: %j", (frequency, day, hours) => expect(dosesOn(course({ frequency, days: 14 }), day)).toEqual(hours));

  test("what is taken once a day at bedtime is taken in the evening", () => {
    expect(dosesOn(course({ frequency: "qd", timing: "bedtime" }), "2026-11-23")).toEqual([21]);
  });
  test.each(frequencies.map(({ code, timesPerDay }) => [code, timesPerDay] as const))(
    "%s is taken as often as it says",
    (frequency, timesPerDay) => {
      const hours = dosesOn(course({ frequency }), "2026-11-23");
      expect(hours).toHaveLength(frequency === "prn" ? 0 : Math.max(1, timesPerDay));
    },
  );
  test("a single dose ends on the day it begins", () => {
    expect(lastDay(course({ frequency: "once", days: 9 }))).toBe("2026-11-23");
  });
});

describe("the reminder to renew (R17)", () => {
  const at = new Date("2026-11-23T04:00:00.000Z");
  test.each([
    [[7], null],
    [[8], 3],
    [[7, 28], 23],
    [[84, 28], 23],
    [[], null],
  ])("days %j: after %s", (days, after) =>
    expect(
      renewalDueAt(
        at,
        days.map((each) => ({ days: each })),
      ),
    ).toEqual(after === null ? null : addDays(at, after)),
  );
});
