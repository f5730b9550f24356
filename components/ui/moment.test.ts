import { expect, test } from "vitest";
import { formatDay, formatDeadline, formatDistance, formatMoment } from "./moment";

const now = new Date("2026-11-23T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("a moment is shown by the hospital's clock, whatever the clock of the machine", () => {
  const lateEvening = new Date("2026-11-23T17:30:00Z");
  expect(formatMoment(lateEvening, "zh-CN", "long")).toBe("2026年11月24日 01:30");
  expect(formatMoment(lateEvening, "en", "time")).toBe("01:30");
  expect(formatMoment(new Date("2026-11-23T16:00:00Z"), "zh-CN", "time")).toBe("00:00");
});

test("a birth date stays the same day", () => {
  expect(formatDay(new Date("2021-03-01T00:00:00Z"), "zh-CN")).toBe("2021年3月1日");
});

test.each([
  [0, "this minute"],
  [-0.5, "this minute"],
  [59, "in 59 minutes"],
  [119, "in 1 hour"],
  [24 * 60 + 5, "tomorrow"],
  [-60 * 48, "2 days ago"],
])("%s minutes from now read as %s", (minutes, words) => {
  expect(formatDistance(later(minutes), now, "en")).toBe(words);
});

test("a deadline says how long and until when, with the day where it is another", () => {
  expect(formatDeadline(later(125), now, "zh-CN")).toBe("2小时后 · 12:05");
  expect(formatDeadline(later(16 * 60), now, "zh-CN")).toBe("16小时后 · 11/24 02:00");
});
