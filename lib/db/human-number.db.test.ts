import { expect, test } from "vitest";
import { NOON } from "@/lib/testing/consultation";
import { db } from "./client";
import { humanNumber, scatter } from "./human-number";

test("a day of a large hospital has no number twice, whoever asks at once", async () => {
  const numbers = await Promise.all(Array.from({ length: 5_000 }, () => humanNumber(db(), "O", NOON)));
  expect(new Set(numbers).size).toBe(5_000);
  for (const number of numbers) expect(number).toMatch(/^O261123\d{8}$/);
});

test("a million counts are scattered over a million numbers", () => {
  const seen = new Set<string>();
  for (let count = 99_500_000n; count < 100_500_000n; count += 1n) seen.add(scatter(count));
  expect(seen.size).toBe(1_000_000);
});
