import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Trouble } from "./trouble";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/**
 * The path of a Chromium: the one of `CHROMIUM_PATH`, an installed one, Playwright's own, or one that is installed now
 * (Debian's, as root, or by Playwright). Throws `Trouble` where none is to be had.
 */
export async function findBrowser(): Promise<string> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Trouble(`CHROMIUM_PATH is ${CHROMIUM_PATH}, where there is nothing.`);
  }
  const found = installed() ?? (await playwrights());
  if (found) return found;
  if (installFromDebian()) return installed() ?? giveUp();
  run("node_modules/.bin/playwright", ["install", "chromium"], "inherit");
  return (await playwrights()) ?? giveUp();
}

function installed(): string | undefined {
  for (const name of NAMES) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return MAC.find((file) => existsSync(file));
}

async function playwrights(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !run("sh", ["-c", "command -v apt-get"], "ignore")) return false;
  const install = () => run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES], "ignore");
  return install() || (run("apt-get", ["update", "-qq"], "ignore") && install());
}

function run(file: string, args: string[], stdio: "ignore" | "inherit"): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(file, args, { stdio: ["ignore", stdio, stdio], env }).status === 0;
}

function giveUp(): never {
  throw new Trouble(
    "No Chromium is to be had: install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.",
  );
}
