import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../lib/domain/rules";

/** A test's title names a rule with its source: `R1 (${citation("R1", "en").text})`, `${cited("R1")}`, or in plain words, `R1 (the notice)`. */
const CITED = /\b(R\d+) \((?:\$\{citation\("\1", "en"\)\.text\}|[^)"$]+)\)|\$\{cited\("(R\d+)"\)\}/g;

test("each rule is named in the title of a test with its citation", () => {
  const files = globSync(["lib/**/*.test.ts", "e2e/**/*.{test,spec}.ts"], { exclude: (name) => name === "generated" });
  const titles = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(CITED)]);
  const cited = new Set(titles.map(([, named, called]) => named ?? called));
  expect(Object.keys(rules).filter((rule) => !cited.has(rule))).toEqual([]);
});
