import { expect, test } from "vitest";
import { licenceStanding, requireExperience, requireLicence } from "./licence";
import { citation } from "./rules";

const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
/** A moment of a day in Asia/Shanghai. */
const at = (text: string) => new Date(`${text}:00+08:00`);

test.each([
  ["three years to the day", "2023-11-23", "2026-11-23T00:00", true],
  ["a minute before that day in Shanghai", "2023-11-23", "2026-11-22T23:59", false],
  ["since 29 February, on 28 February", "2024-02-29", "2027-02-28T12:00", false],
  ["since 29 February, on 1 March", "2024-02-29", "2027-03-01T00:00", true],
])(`R6 (${citation("R6", "en").text}): three years of independent practice: %s`, (_, since, now, isEnough) => {
  const check = () => requireExperience(day(since), at(now));
  if (isEnough) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: "too_little_practice", rule: "R6" }));
});

test.each([
  ["61 days before its end", "2026-09-23T12:00", "good"],
  ["60 days before its end", "2026-09-24T00:00", "ending"],
  ["on its last day, a minute before midnight in Shanghai", "2026-11-23T23:59", "ending"],
  ["on the day after", "2026-11-24T00:00", "expired"],
] as const)("a licence %s", (_, now, standing) => {
  expect(licenceStanding(day("2026-11-23"), at(now))).toBe(standing);
});

test("R6: an ended licence stops its holder; whoever needs none is not stopped", () => {
  const now = at("2026-11-24T00:00");
  expect(() => requireLicence({ licensedUntil: day("2026-11-23") }, now)).toThrow(
    expect.objectContaining({ code: "licence_expired", rule: "R6" }),
  );
  expect(() => requireLicence({ licensedUntil: null }, now)).not.toThrow();
});
