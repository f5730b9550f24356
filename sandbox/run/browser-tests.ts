import { rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser";
import type { Env } from "./child";
import { step } from "./progress";
import { playwrightTally, type Tally } from "./tally";
import { startTestHospital } from "./test-hospital";
import { tool } from "./tool";

interface Options {
  readonly signal: AbortSignal;
  /** Only tests whose title matches. */
  readonly title?: string;
  /** What the tests themselves read. */
  readonly more?: Env;
}

/** Where Playwright's report is after a run. */
export const reportOf = (root: string): string => path.join(root, ".data", "reports", "playwright.json");

/** Runs the browser tests whose path contains one of `names` (none: all) against a hospital of their own. */
export async function browserTests(root: string, names: readonly string[], options: Options): Promise<Tally> {
  const { signal, title, more } = options;
  const browser = await step("Browser", findBrowser, (file) => file);
  const hospital = await startTestHospital(root, signal);
  try {
    const report = reportOf(root);
    rmSync(report, { force: true });
    const env = {
      ...hospital.env,
      ...more,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // Helpers of the tests may import what the application keeps on its server.
      NODE_OPTIONS: "--conditions=react-server",
    };
    const isWell = await tool(
      "@playwright/test/cli.js",
      ["test", ...names, ...(title ? ["--grep", title] : [])],
      env,
      signal,
    );
    return playwrightTally(report, isWell);
  } finally {
    await hospital.stop();
  }
}
