import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { digestOf } from "./sources";
import { unlessStamped } from "./stamp";

const folder = () => mkdtempSync(path.join(tmpdir(), "stamp-"));

test("what was done for these sources is not done again, and is done for others", async () => {
  const file = path.join(folder(), "made", "stamp");
  let times = 0;
  const work = async () => {
    times += 1;
  };
  expect(await unlessStamped(file, "a", work)).toBe(true);
  expect(await unlessStamped(file, "a", work)).toBe(false);
  expect(await unlessStamped(file, "b", work)).toBe(true);
  expect(times).toBe(2);
});

test("work that failed is done again, even for sources that once were done", async () => {
  const file = path.join(folder(), "stamp");
  await unlessStamped(file, "a", async () => {});
  const fails = unlessStamped(file, "b", async () => {
    throw new Error("half a build");
  });
  await expect(fails).rejects.toThrow("half a build");
  expect(await unlessStamped(file, "a", async () => {})).toBe(true);
});

test("a digest changes with a content, a name, a new or a missing file and the salt, and not with what is skipped", () => {
  const root = folder();
  mkdirSync(path.join(root, "app", "deep"), { recursive: true });
  writeFileSync(path.join(root, "app", "deep", "page.ts"), "one");
  writeFileSync(path.join(root, "app", "page.test.ts"), "test");
  const digest = (salt?: string) =>
    digestOf(root, ["app", "proxy.ts"], { skip: (file) => file.endsWith(".test.ts"), salt });
  const seen = [digest(), digest("salt")];
  writeFileSync(path.join(root, "app", "page.test.ts"), "another test");
  expect(digest()).toBe(seen[0]);
  writeFileSync(path.join(root, "app", "deep", "page.ts"), "two");
  seen.push(digest());
  writeFileSync(path.join(root, "proxy.ts"), "");
  seen.push(digest());
  rmSync(path.join(root, "app", "deep"), { recursive: true });
  seen.push(digest());
  expect(new Set(seen).size).toBe(5);
});
