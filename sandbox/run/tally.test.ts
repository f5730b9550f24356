import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { inWords, playwrightTally, single, sum, vitestTally } from "./tally";

function report(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "tally-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (numPassedTests: number, numFailedTests = 0, testResults: unknown[] = []) =>
  report({ numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 1, testResults });
const playwright = (expected: number, unexpected: number, flaky: number, skipped: number) =>
  report({ stats: { expected, unexpected, flaky, skipped } });

test("the last line counts what passed and failed, and what was skipped only where something was", () => {
  expect(inWords(sum([single(true), single(false), { passed: 3, failed: 0, skipped: 0 }]))).toBe("4 passed, 1 failed");
  expect(inWords(sum([single(true), { passed: 0, failed: 0, skipped: 2 }]))).toBe("1 passed, 0 failed, 2 skipped");
});

test("vitest's tests are counted, and a file that could not be loaded is a failure", () => {
  expect(vitestTally(vitest(5), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  const broken = { status: "failed", assertionResults: [] };
  const failed = { status: "failed", assertionResults: [{}] };
  expect(vitestTally(vitest(5, 1, [broken, failed]), false)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test("a browser test that passed at the second try only is a failure", () => {
  expect(playwrightTally(playwright(7, 1, 1, 3), false)).toEqual({ passed: 7, failed: 2, skipped: 3 });
});

test("a runner that ended badly, wrote no report or found nothing to run did not pass", () => {
  expect(vitestTally(vitest(5), false).failed).toBe(1);
  expect(playwrightTally("/nowhere/report.json", true).failed).toBe(1);
  expect(playwrightTally(playwright(0, 0, 0, 0), true).failed).toBe(1);
});
