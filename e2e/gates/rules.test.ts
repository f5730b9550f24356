import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A test's title names a rule with its source: `R1 (${citation("R1", "en").text})`. */
const CITED = /\b(R\d+) \(\$\{citation\("(R\d+)", "en"\)\.text\}\)/g;

test("each of R1 to R10 is named in the title of a test with its citation", () => {
  const files = globSync(["lib/**/*.test.ts", "e2e/**/*.{test,spec}.ts"], { exclude: (name) => name === "generated" });
  const titles = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(CITED)]);
  const cited = new Set(titles.flatMap(([, named, source]) => (named === source ? [named] : [])));
  const wanted = Array.from({ length: 10 }, (_, index) => `R${index + 1}`);
  expect(wanted.filter((rule) => !cited.has(rule))).toEqual([]);
});
