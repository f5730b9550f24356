import { defineConfig } from "@playwright/test";

const { BASE_URL, CHROMIUM_PATH } = process.env;
if (!BASE_URL) throw new Error("Browser tests need a hospital: npm run e2e -- NAME");

/** Against the hospital that `sandbox/run/test-hospital.ts` starts; its addresses are in the environment. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // One at a time: they share a hospital, and some count the statements it makes.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // The path of the report: PLAYWRIGHT_JSON_OUTPUT_FILE.
  reporter: [["list"], ["json"]],
  use: {
    baseURL: BASE_URL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
