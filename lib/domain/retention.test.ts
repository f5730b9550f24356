import { expect, test } from "vitest";
import { deletionOutcome, type Holdings, isTermOver, keptUntil } from "./retention";

const at = (moment: string) => new Date(moment);

test.each([
  ["a consultation's record fifteen years", "record", "2026-11-23T04:00:00Z", "2041-11-23"],
  ["what was said three years", "conversation", "2026-11-23T04:00:00Z", "2029-11-23"],
  ["a prescription one year", "prescription", "2026-11-23T04:00:00Z", "2027-11-23"],
  ["a sale five years", "sale", "2026-11-23T04:00:00Z", "2031-11-23"],
  ["a consent as long as the record", "consent", "2026-11-23T04:00:00Z", "2041-11-23"],
  [
    "by the hospital's calendar: 23:59 in Shanghai is the same day",
    "prescription",
    "2026-11-23T15:59:59Z",
    "2027-11-23",
  ],
  [
    "by the hospital's calendar: midnight in Shanghai is the next",
    "prescription",
    "2026-11-23T16:00:00Z",
    "2027-11-24",
  ],
  ["a leap day to the first of March, never a day too short", "prescription", "2028-02-29T04:00:00Z", "2029-03-01"],
  ["a leap day to a leap day where the year has one", "sale", "2023-02-28T16:00:00Z", "2028-03-01"],
  ["the last day of a year to the last day of a year", "record", "2026-12-31T15:59:59Z", "2041-12-31"],
] as const)("R28 (处方管理办法 art. 50): the hospital keeps %s", (_, kind, moment, until) => {
  expect(keptUntil(kind, at(moment))).toBe(until);
});

test.each([
  ["on its last day not yet", "2027-11-23T15:59:59.999Z", false],
  ["from the midnight after it on", "2027-11-23T16:00:00.000Z", true],
])("R28: a term is over: %s", (_, now, isOver) => {
  expect(isTermOver("2027-11-23", at(now))).toBe(isOver);
});

const held = (more: Partial<Holdings> = {}): Holdings => ({
  counts: { record: 12, card: 1, draft: 0, picture: 2, notice: 3 },
  tallies: {
    record: { count: 2, firstAt: at("2024-01-10T04:00:00Z"), lastAt: at("2026-11-01T04:00:00Z") },
    conversation: { count: 0, firstAt: at("2024-01-10T04:00:00Z"), lastAt: at("2024-01-10T04:00:00Z") },
  },
  ...{ isShared: false, isFree: false },
  ...more,
});

test("R31 (PIPL 47): what no rule keeps goes, what R28 keeps is named with its count and its days", () => {
  expect(deletionOutcome(held(), false)).toEqual({
    gone: [
      { kind: "record", count: 12 },
      { kind: "card", count: 1 },
      { kind: "picture", count: 2 },
      { kind: "notice", count: 3 },
      { kind: "link", count: 1 },
    ],
    kept: [{ kind: "record", count: 2, first: "2039-01-10", last: "2041-11-01", rule: "R28" }],
    ...{ keepsIdentity: true, isShared: false },
  });
});

test("R31: while another account acts for the person the record's copy and the card stay for it", () => {
  const { gone, keepsIdentity } = deletionOutcome(held({ isShared: true, isFree: true }), false);
  expect(gone.map(({ kind }) => kind)).toEqual(["picture", "notice", "link"]);
  expect(keepsIdentity).toBe(true);
});

test("R31: of whom nothing must be kept, name and number go, too; and the account where that was asked for", () => {
  const { gone, kept, keepsIdentity } = deletionOutcome(held({ tallies: {}, isFree: true }), true);
  expect(gone.map(({ kind }) => kind)).toEqual(["record", "card", "picture", "notice", "link", "identity", "account"]);
  expect([kept, keepsIdentity]).toEqual([[], false]);
});
