import { expect, test } from "vitest";
import { nextMorning } from "./report-schedule";

test.each([
  ["day", "2026-11-23T21:59:00Z", "2026-11-23T22:00:00Z"],
  ["day", "2026-11-23T22:00:00Z", "2026-11-24T22:00:00Z"],
  ["week", "2026-11-24T04:00:00Z", "2026-11-29T22:00:00Z"],
  ["week", "2026-11-22T21:00:00Z", "2026-11-22T22:00:00Z"],
  ["month", "2026-11-24T04:00:00Z", "2026-11-30T22:00:00Z"],
  ["month", "2026-12-31T22:00:00Z", "2027-01-31T22:00:00Z"],
] as const)("every %s after %s: %s (six in the morning of Asia/Shanghai)", (every, now, next) =>
  expect(nextMorning(every, new Date(now))).toEqual(new Date(next)),
);
