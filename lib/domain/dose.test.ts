import { describe, expect, test } from "vitest";
import { amountText, dosePerDay, dosesIn, packsNeeded, sigText } from "./dose";

describe("packs", () => {
  test.each([
    ["one tablet three times a day for 7 days is 21 of a pack of 24", 1, "tid", 7, 24, 1],
    ["a pack that is just enough is enough", 1, "tid", 8, 24, 1],
    ["one dose more begins another pack", 1, "qd", 25, 24, 2],
    ["half tablets are counted as halves", 0.5, "qd", 28, 14, 1],
    ["a third of a millilitre thrice a day is not rounded away", 0.333, "tid", 7, 7, 1],
    ["a weekly dose for four weeks is four doses", 1, "weekly", 28, 4, 1],
    ["every other day for seven days is four doses", 1, "qod", 7, 3, 2],
    ["once is one dose, whatever the days say", 2, "once", 7, 2, 1],
    ["when needed counts with its ceiling of four a day", 1, "prn", 3, 12, 1],
    ["insulin is counted in units", 12, "qd", 28, 300, 2],
  ])("%s", (_, dose, frequency, days, packSize, packs) => {
    expect(packsNeeded({ dose, frequency, days }, packSize)).toBe(packs);
  });

  test("no frequency loses or gains a dose to binary fractions", () => {
    expect([7, 14, 21, 28, 35, 84].map((days) => dosesIn("weekly", days))).toEqual([1, 2, 3, 4, 5, 12]);
  });
});

test.each([
  ["tid", 1.5, 4.5],
  ["qod", 2, 2],
  ["weekly", 1, 1],
  ["once", 3, 3],
  ["tid", 0.1, 0.3],
])("the most of one day at %s with %d a dose", (frequency, dose, aDay) => {
  expect(dosePerDay({ dose, frequency })).toBe(aDay);
});

test("a prescription reads itself out in both languages", () => {
  const sig = { dose: 2, doseUnit: "tablet", frequency: "tid", route: "oral", days: 7 };
  expect(sigText(sig, "zh-CN")).toBe("口服，每次 2 片，每日 3 次，共 7 天");
  expect(sigText(sig, "en")).toBe("2 tablets by mouth, three times a day, for 7 days");
  expect(sigText({ ...sig, dose: 0.5, frequency: "once", days: 1 }, "en")).toBe("0.5 tablet by mouth, once only");
  expect(sigText({ ...sig, days: 1, frequency: "qn" }, "en")).toBe("2 tablets by mouth, once at bedtime, for 1 day");
  expect(amountText(10, "iu", "en")).toBe("10 IU");
});

test("a word that no vocabulary has is a fault, not a blank", () => {
  expect(() => dosesIn("hourly", 1)).toThrow(RangeError);
});
