import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";

/** A script is the same on every page that loads it. */
const weights = new Map<string, number>();

async function weigh(response: Response): Promise<number> {
  const known = weights.get(response.url());
  if (known !== undefined) return known;
  const bytes = gzipSync(await response.body(), { level: 9 }).length;
  weights.set(response.url(), bytes);
  return bytes;
}

/** Bytes, gzipped, of the scripts that a page has loaded when the network is quiet. Scripts for old browsers are not loaded. */
export async function scriptBytes(page: Page, address: string): Promise<number> {
  const loaded: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script" && response.ok()) loaded.push(weigh(response));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0);
}

/** The same for the framework alone: the files that an application of one empty page would load. */
export function emptyPageBytes(distDir: string): number {
  const manifest = JSON.parse(readFileSync(path.join(distDir, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  return manifest.rootMainFiles.reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(distDir, file)), { level: 9 }).length,
    0,
  );
}
