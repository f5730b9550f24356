import { expect, test } from "vitest";
import { asTable, proofRows } from "./proof-table";

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
