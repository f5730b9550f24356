import { existsSync, readFileSync } from "node:fs";

/** How many checks went which way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
});

/** "N passed, N failed", and skipped ones where there are some. */
export const inWords = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** One check, such as a linter's. */
export const single = (isPassed: boolean): Tally => ({
  passed: isPassed ? 1 : 0,
  failed: isPassed ? 0 : 1,
  skipped: 0,
});

/** What counts in the report that vitest writes with its reporter "json". */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Vitest's tests. A file that could not be loaded counts as one that failed. */
export function vitestTally(file: string, isWell: boolean): Tally {
  const report = read<VitestReport>(file);
  if (!report) return single(false);
  const broken = report.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped }, isWell);
}

/** What counts in the report of Playwright's reporter "json". */
interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Playwright's tests. */
export function playwrightTally(file: string, isWell: boolean): Tally {
  const report = read<PlaywrightReport>(file);
  if (!report) return single(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, isWell);
}

/** A runner that ended badly, or found no test at all, failed at least once. */
function honest(tally: Tally, isWell: boolean): Tally {
  const isEmpty = tally.passed + tally.failed + tally.skipped === 0;
  return tally.failed === 0 && (!isWell || isEmpty) ? { ...tally, failed: 1 } : tally;
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
