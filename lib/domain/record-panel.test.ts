import { describe, expect, test } from "vitest";
import { labFlag, recordPanel } from "./record-panel";
import type { RecordRow } from "./visit";

const row = (more: Partial<RecordRow>): RecordRow => ({
  ...{ kind: "observation", fhirId: "o", occurredAt: new Date("2026-11-20"), display: "血红蛋白", mappedCode: null },
  ...{ isActive: true, detail: {}, ...more },
});
const result = (more: object) => ({
  ...{ category: "laboratory", value: "120", unit: "g/L", low: 115, high: 150, interpretation: null, ...more },
});

describe("a result is marked", () => {
  test.each([
    ["below its range", { value: "114.9" }, "low"],
    ["at the edge of its range", { value: "115" }, null],
    ["above its range", { value: "151" }, "high"],
    ["by the laboratory's own word before the range", { value: "120", interpretation: "HH" }, "high"],
    ["by a word where there is no number", { value: "阳性", interpretation: "POS" }, "abnormal"],
    ["not at all where it is a text", { value: "120 / 80" }, null],
    ["not at all where it is empty", { value: " " }, null],
  ])("%s", (_, more, flag) => expect(labFlag(result(more))).toBe(flag));
});

test("of each test the newest value is shown, and no questionnaire", () => {
  const panel = recordPanel([
    row({ fhirId: "old", occurredAt: new Date("2026-01-01"), detail: result({ value: "90" }) }),
    row({ fhirId: "new", detail: result({}) }),
    row({ fhirId: "survey", display: "PRAPARE", detail: result({ category: "survey" }) }),
    row({ fhirId: "empty", display: "TSH", detail: result({ value: null }) }),
  ]);
  expect(panel.labs.map(({ fhirId, flag }) => [fhirId, flag])).toEqual([["new", null]]);
});

test("a test's numbers over time make a trend, the oldest first; texts and other units stay out", () => {
  const day = (text: string) => new Date(text);
  const panel = recordPanel([
    row({ fhirId: "3", occurredAt: day("2026-11-20"), detail: result({ value: "120" }) }),
    row({ fhirId: "1", occurredAt: day("2026-01-01"), detail: result({ value: "90" }) }),
    row({ fhirId: "2", occurredAt: day("2026-06-01"), detail: result({ value: "105.5" }) }),
    row({ fhirId: "text", occurredAt: day("2026-07-01"), detail: result({ value: "溶血" }) }),
    row({ fhirId: "unit", occurredAt: day("2026-08-01"), detail: result({ value: "12", unit: "g/dL" }) }),
  ]);
  expect(panel.labs[0]?.trend).toEqual([
    { at: day("2026-01-01"), value: 90 },
    { at: day("2026-06-01"), value: 105.5 },
    { at: day("2026-11-20"), value: 120 },
  ]);
});

test("a report stands with what it concludes and the values that it names; what is only preliminary does not", () => {
  const report = (more: object) => ({ category: "LAB", conclusion: null, resultIds: [], ...more });
  const panel = recordPanel([
    row({ fhirId: "v1", display: "血红蛋白", detail: result({ value: "90" }) }),
    row({ kind: "report", fhirId: "r1", display: "血常规", detail: report({ resultIds: ["v1", "gone"] }) }),
    row({
      kind: "report",
      fhirId: "r2",
      display: "超声",
      detail: report({ conclusion: "未见异常。" }),
      occurredAt: new Date("2026-11-21"),
    }),
    row({ kind: "report", fhirId: "r3", display: "CT", detail: report({}), isActive: false }),
  ]);
  expect(panel.reports).toMatchObject([
    { fhirId: "r2", conclusion: "未见异常。", values: [] },
    { fhirId: "r1", values: [{ fhirId: "v1", value: "90", flag: "low" }] },
  ]);
});

test("what has ended is not shown as current", () => {
  const panel = recordPanel([
    row({
      kind: "allergy",
      display: "青霉素",
      detail: { criticality: "high", category: "medication", reactions: ["皮疹"] },
    }),
    row({ kind: "allergy", display: "旧", isActive: false }),
    row({ kind: "condition", display: "高血压", mappedCode: "I10" }),
    row({ kind: "medication", display: "缬沙坦", isActive: false }),
  ]);
  expect(panel.allergies).toMatchObject([{ display: "青霉素", reactions: ["皮疹"], isSevere: true }]);
  expect(panel.problems).toMatchObject([{ display: "高血压", code: "I10" }]);
  expect(panel.running).toEqual([]);
});
