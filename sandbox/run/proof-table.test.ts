import { expect, test } from "vitest";
import { asTable, checkedRows, proofRows } from "./proof-table";

const annotations = [
  { type: "goal", description: "none lost" },
  { type: "reached", description: "9 sent, 9 seen" },
  { type: "seed", description: "7" },
];
const spec = (ok: boolean, noted: typeof annotations) => ({
  ...{ ok, title: "P9: nothing is lost" },
  tests: [{ annotations: noted, results: [{ duration: 61_400 }] }],
});

test("a claim's row says what was to be reached, what was, with which seed and in what time", () => {
  expect(asTable(proofRows({ suites: [{ specs: [spec(true, annotations)] }] }))).toBe(
    "✓ P9: nothing is lost\n    goal     none lost\n    reached  9 sent, 9 seen\n    seed 7, 61 s",
  );
});

test("a claim that broke off before it could say anything is still a row", () => {
  expect(asTable(proofRows({ specs: [spec(false, [])] }))).toBe("✗ P9: nothing is lost\n    61 s");
});

test("claims that were proved on the database alone are rows too; those that were not asked for are not", () => {
  const assertionResults = [
    { title: "P5: it adds up", status: "passed", duration: 2_400 },
    { title: "P6: one wins", status: "failed", duration: 1_000 },
    { title: "P7: booked once", status: "skipped" },
  ];
  expect(checkedRows({ testResults: [{ assertionResults }] })).toMatchObject([
    { test: "P5: it adds up", isMet: true, seconds: 2 },
    { test: "P6: one wins", isMet: false },
  ]);
});
