import { rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser";
import { step } from "./progress";
import { playwrightTally, type Tally } from "./tally";
import { startTestHospital } from "./test-hospital";
import { tool } from "./tool";

/** Runs the browser tests whose path contains one of `names` (none: all) against a hospital of their own. */
export async function browserTests(root: string, names: readonly string[], signal: AbortSignal): Promise<Tally> {
  const browser = await step("Browser", findBrowser, (file) => file);
  const hospital = await startTestHospital(root, signal);
  try {
    const report = path.join(root, ".data", "reports", "playwright.json");
    rmSync(report, { force: true });
    const env = {
      ...hospital.env,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // Helpers of the tests may import what the application keeps on its server.
      NODE_OPTIONS: "--conditions=react-server",
    };
    const isWell = await tool("@playwright/test/cli.js", ["test", ...names], env, signal);
    return playwrightTally(report, isWell);
  } finally {
    await hospital.stop();
  }
}
