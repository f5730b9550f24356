import { expect, test } from "vitest";
import { qualityOf } from "./call";

test.each([
  [0.05, 0, "good"],
  [0.36, 0, "fair"],
  [0.05, 0.05, "fair"],
  [0.9, 0, "poor"],
  [0.05, 0.2, "poor"],
])("a round trip of %s s with %s lost is %s", (roundTrip, lost, quality) => {
  expect(qualityOf(roundTrip, lost)).toBe(quality);
});
