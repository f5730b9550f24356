import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { isInstalled } from "./install.mjs";

const wanted = {
  "": { name: "hospital" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/other-platform": { version: "1.0.0", optional: true },
};

function project(present: object | undefined): string {
  const root = mkdtempSync(path.join(tmpdir(), "install-"));
  mkdirSync(path.join(root, "node_modules", ".bin"), { recursive: true });
  writeFileSync(path.join(root, "node_modules", ".bin", "node"), "");
  writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages: wanted }));
  if (present)
    writeFileSync(path.join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages: present }));
  return root;
}

test("packages are installed when npm's record of them agrees with the lock file", () => {
  expect(isInstalled(project({ "node_modules/next": { version: "16.4.6" } }))).toBe(true);
});

test("they are not when one is missing or of another version, or npm never came to its end", () => {
  expect(isInstalled(project({}))).toBe(false);
  expect(isInstalled(project({ "node_modules/next": { version: "16.4.5" } }))).toBe(false);
  expect(isInstalled(project(undefined))).toBe(false);
});

test("they are not while Node 24 is missing, which its package fetches by a script", () => {
  const root = project({ "node_modules/next": { version: "16.4.6" } });
  rmSync(path.join(root, "node_modules", ".bin", "node"));
  expect(isInstalled(root)).toBe(false);
});
