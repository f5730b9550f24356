import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { playwrightFailures, vitestFailures } from "./failures";

function report(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "failures-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("what failed is named with its message, so that the end of a long run says what to look at", () => {
  const name = path.join(process.cwd(), "lib", "one.test.ts");
  const failed = { status: "failed", fullName: "adds up", failureMessages: ["expected 1\nto be 2"] };
  const broken = { name, status: "failed", message: "cannot be read", assertionResults: [] };
  const mixed = { name, status: "failed", assertionResults: [failed, { ...failed, status: "passed" }] };
  expect(vitestFailures(report({ testResults: [broken, mixed] }))).toEqual([
    "✗ lib/one.test.ts\n    cannot be read",
    "✗ lib/one.test.ts › adds up\n    expected 1\n    to be 2",
  ]);
});

test("a browser test is found in whatever suite it stands, and colours are taken off", () => {
  const tests = [{ results: [{ errors: [{ message: "\u001b[31mnot visible\u001b[39m" }] }] }];
  const specs = [
    { ok: false, title: "a journey", file: "journeys/a.spec.ts", tests },
    { ok: true, title: "another", file: "journeys/a.spec.ts", tests: [] },
  ];
  expect(playwrightFailures(report({ suites: [{ suites: [{ specs }] }] }))).toEqual([
    "✗ journeys/a.spec.ts › a journey\n    not visible",
  ]);
});

test("without a report nothing is named", () => {
  expect([...vitestFailures("/nowhere.json"), ...playwrightFailures("/nowhere.json")]).toEqual([]);
});
