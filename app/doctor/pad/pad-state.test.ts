import { expect, test } from "vitest";
import type { PadMedicine } from "./pad-desk";
import { emptyPad, filledPad, numbersOf, padAfter, sentLines, sentPad } from "./pad-state";

const medicine = (value: string, barred?: string): PadMedicine => ({
  ...{ value, label: value, detail: "", search: value, ...(barred && { barred }) },
  ...{ doseUnit: "tablet", packSize: 24, priceFen: 100, routes: ["oral"], dose: 0.5, frequency: "tid" },
  ...{ stock: 9, mailBlock: null, maxSingleDose: 4, maxDailyDose: 8, doseRanges: [] },
});
const written = padAfter(padAfter(emptyPad, { do: "add", medicine: medicine("a") }), {
  do: "add",
  medicine: medicine("b"),
});

test("a medicine comes with its usual dose, for a week", () => {
  expect(sentLines(written.lines)[0]).toEqual({
    ...{ medicineId: "a", dose: "0.5", frequency: "tid", route: "oral", timing: "", days: "7", note: "" },
  });
});

test("a line that is dropped takes nothing of the others with it", () => {
  const [first] = written.lines;
  const changed = padAfter(written, { do: "change", key: 2, to: { days: "14" } });
  const left = padAfter(changed, { do: "drop", key: first?.key ?? 0 });
  expect(left.lines).toMatchObject([{ medicineId: "b", days: "14" }]);
  const keys = padAfter(left, { do: "add", medicine: medicine("a") }).lines.map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

test("a diagnosis stands once, however often it is chosen", () => {
  const twice = ["I10", "I10"].reduce((pad, code) => padAfter(pad, { do: "diagnose", code }), emptyPad);
  expect(twice.diagnosisCodes).toEqual(["I10"]);
  expect(padAfter(twice, { do: "undiagnose", code: "I10" }).diagnosisCodes).toEqual([]);
});

test("what is renewed leaves out what is gone or barred, and asks for reasons and signatures anew", () => {
  const item = { dose: 1, frequency: "qd", route: "oral", timing: "", days: 28, note: "" };
  const content = {
    ...{ diagnosisCodes: ["I10"], advice: "x", validDays: 3, supplyReason: "慢性病", assessment: "稳定" },
    items: ["a", "gone", "c"].map((medicineId) => ({ ...item, medicineId })),
  };
  const pad = filledPad(content, [medicine("a"), medicine("c", "R13")]);
  expect(pad.lines).toMatchObject([{ medicineId: "a", days: "28" }]);
  expect(pad).toMatchObject({
    supplyReason: "慢性病",
    reasons: {},
    states: [],
    pin: "",
    guardianConfirmed: false,
    validDays: "3",
  });
});

test.each([
  ["0.5", "7", { dose: 0.5, days: 7 }],
  ["", "7", null],
  ["x", "7", null],
  ["1", "1.5", null],
  ["-1", "7", null],
])("a line of %j for %j days is checked once it is whole", (dose, days, numbers) => {
  const [line] = written.lines;
  expect(line && numbersOf({ ...line, dose, days })).toEqual(numbers);
});

test("a reason that was given travels with its warning, an empty one does not", () => {
  const explained = ["interaction a b", "single_dose a"].reduce(
    (pad, finding, index) => padAfter(pad, { do: "explain", finding, reason: index === 0 ? "监测 INR" : " " }),
    written,
  );
  expect(sentPad(explained).overrides).toEqual([{ finding: "interaction a b", reason: "监测 INR" }]);
});

test("a template adds its lines below what stands there, without what has left the formulary", () => {
  const item = { dose: 1, frequency: "qd", route: "oral", timing: "after_meal", days: 7, note: "" };
  const lines = ["a", "gone"].map((medicineId) => ({ ...item, medicineId }));
  const pad = padAfter(written, { do: "append", lines, medicines: [medicine("a"), medicine("b")] });
  expect(pad.lines.map(({ medicineId, key }) => [medicineId, key])).toEqual([
    ["a", 1],
    ["b", 2],
    ["a", 3],
  ]);
});
