import { expect, test } from "vitest";
import { minuteOf, minuteOfDay } from "./calendar";
import { clock, firstOverlap, readClock, readSession, sessionName } from "./schedule";
import { SetDay, SetWeek, TakeLeave } from "./schedule-input";

const offeringId = "0199c0de-0000-7000-8000-000000000001";
const week = (rows: readonly (readonly [weekday: string, from: string, to: string, places: string])[]) =>
  SetWeek.safeParse({
    offeringId,
    weekdays: rows.map(([weekday]) => weekday),
    froms: rows.map(([, from]) => from),
    tos: rows.map(([, , to]) => to),
    places: rows.map(([, , , places]) => places),
  });
const faults = (result: ReturnType<typeof week>) =>
  result.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

test.each([
  ["00:00", 0],
  ["9:05", 545],
  ["２３：５９", 1439],
  ["24:00", 1440],
  ["24:01", null],
  ["9:60", null],
  ["0930", null],
  ["", null],
])("the clock %s is minute %s", (text, minute) => {
  expect(readClock(text)).toBe(minute);
  if (minute !== null && /^\d{2}:/.test(text)) expect(clock(minute)).toBe(text);
});

test("minutes of the day are Shanghai's, whatever the zone of the server", () => {
  expect(minuteOfDay(new Date("2026-11-22T16:00:00Z"))).toBe(0);
  expect(minuteOfDay(new Date("2026-11-23T15:59:59Z"))).toBe(1439);
  expect(minuteOf(new Date("2026-11-23T00:00:00Z"), 570)).toEqual(new Date("2026-11-23T01:30:00Z"));
});

test("a session's name is read back, and nothing else is", () => {
  expect(readSession(sessionName("2026-11-23", 540))).toEqual({ day: "2026-11-23", from: 540 });
  for (const wrong of ["2026-11-23", "2026-11-23/", "x/540", "2026-11-23/99999"]) expect(readSession(wrong)).toBeNull();
});

test("an ordinary week is read row by row", () => {
  const read = week([
    ["1", "09:00", "11:30", "5"],
    ["1", "11:30", "12:00", "0"],
    ["7", "0:00", "24:00", "500"],
  ]);
  expect(read.data?.sessions).toEqual([
    { weekday: 1, fromMinute: 540, toMinute: 690, places: 5 },
    { weekday: 1, fromMinute: 690, toMinute: 720, places: 0 },
    { weekday: 7, fromMinute: 0, toMinute: 1440, places: 500 },
  ]);
  expect(week([]).data?.sessions).toEqual([]);
});

test("what cannot be is named by its row", () => {
  expect(faults(week([["1", "11:30", "09:00", "5"]]))).toEqual(["tos.0 time_order"]);
  const twice = [
    ["1", "09:00", "11:30", "5"],
    ["1", "11:00", "12:00", "5"],
  ] as const;
  expect(faults(week(twice))).toEqual(["froms.1 time_overlap"]);
  expect(faults(week([["1", "9 am", "11:30", "5"]]))).toEqual(["froms.0 time_invalid"]);
  expect(faults(week([["8", "09:00", "11:30", "501"]]))).toHaveLength(2);
  expect(week(Array.from({ length: 43 }, () => ["1", "09:00", "10:00", "1"] as const)).success).toBe(false);
  expect(SetWeek.safeParse({ offeringId, weekdays: ["1"], froms: [], tos: [], places: [] }).success).toBe(false);
});

test("sessions of different days do not overlap; such that touch do not either", () => {
  const at = (weekday: number, fromMinute: number, toMinute: number) => ({ weekday, fromMinute, toMinute });
  expect(firstOverlap([at(1, 0, 60), at(1, 60, 120), at(2, 0, 120)])).toBe(-1);
  expect(firstOverlap([at(1, 0, 61), at(2, 0, 60), at(1, 60, 120)])).toBe(2);
});

test("days that do not exist, or run backwards, are not taken", () => {
  expect(TakeLeave.safeParse({ fromDay: "2026-12-02", toDay: "2026-12-01" }).success).toBe(false);
  expect(TakeLeave.safeParse({ fromDay: "2026-02-30", toDay: "2026-03-01" }).success).toBe(false);
  const day = { offeringId, day: "2026-12-01", from: "9:00", to: "12:00", places: "0" };
  expect(SetDay.parse(day)).toMatchObject({ from: 540, to: 720, places: 0 });
  expect(SetDay.safeParse({ ...day, to: "08:00" }).success).toBe(false);
});
