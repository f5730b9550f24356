import { expect, test } from "vitest";
import { timeLeft } from "./time-left";

const MINUTE = 60_000;

test.each([
  [1, "zh-CN", "1分钟"],
  [MINUTE, "en", "1 minute"],
  [59 * MINUTE + 1, "en", "1 hour"],
  [150 * MINUTE, "zh-CN", "2小时30分钟"],
  [150 * MINUTE, "en", "2 hours 30 minutes"],
  [(26 * 60 + 40) * MINUTE, "zh-CN", "1天2小时"],
  [48 * 60 * MINUTE, "en", "2 days"],
])("%s milliseconds are left: %s says %s", (ms, locale, words) => {
  expect(timeLeft(ms, locale)).toBe(words);
});

test("when the time is over nothing is left", () => {
  expect(timeLeft(0, "en")).toBeNull();
  expect(timeLeft(-1, "en")).toBeNull();
});
