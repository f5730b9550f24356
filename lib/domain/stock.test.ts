import { expect, test } from "vitest";
import { batchState } from "./stock";

const now = new Date("2026-11-23T04:00:00.000Z");
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);

test.each([
  ["2026-11-22", "expired"],
  ["2026-11-23", "expired"],
  ["2026-11-24", "near"],
  ["2026-12-23", "near"],
  ["2026-12-24", "good"],
] as const)("R25 (药品管理 practice): a batch that expires on %s is %s on 23 November", (expires, state) => {
  expect(batchState(day(expires), now)).toBe(state);
});

test("the day is the hospital's: late in the evening in UTC it is tomorrow in Chongqing", () => {
  expect(batchState(day("2026-11-24"), new Date("2026-11-23T17:00:00.000Z"))).toBe("expired");
});
