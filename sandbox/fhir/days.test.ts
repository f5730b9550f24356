import { expect, test } from "vitest";
import { addDays, daysBetween, shanghaiDay, shiftDates } from "./days";

test("a day begins at midnight in Shanghai, not in London", () => {
  expect(shanghaiDay(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
  expect(shanghaiDay(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
});

test("days are counted over leap days and year ends", () => {
  expect(daysBetween("2023-12-31", "2024-03-01")).toBe(61);
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
});

test("a record is moved as a whole: the intervals in it stay, and so do birth dates and what only looks like a date", () => {
  const record = {
    birthDate: "1986-11-28",
    period: { start: "2018-08-17T20:52:06+00:00", end: "2018-08-17T21:07:06.059Z" },
    onset: ["2018-08-17", "2018-02-28"],
    code: "2018",
    version: "2018-08",
    lot: "2018-08-17-A",
    value: 20180817,
  };
  expect(shiftDates(record, 1)).toEqual({
    ...record,
    period: { start: "2018-08-19T04:52:06+08:00", end: "2018-08-19T05:07:06+08:00" },
    onset: ["2018-08-18", "2018-03-01"],
  });
});
