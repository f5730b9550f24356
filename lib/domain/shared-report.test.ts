import { expect, test } from "vitest";
import type { Report } from "./record-panel";
import { reportText } from "./shared-report";

const report = (more: Partial<Report>): Report => ({
  ...{ fhirId: "r", display: "血常规", at: new Date("2026-08-03T20:00:00Z"), conclusion: null, values: [], ...more },
});

test("a report is told by its name and the hospital's day, its conclusion and its values, with what lies outside its range", () => {
  const value = { fhirId: "v", display: "血红蛋白", value: "90", unit: "g/L", flag: "low" } as const;
  expect(
    reportText(
      report({ conclusion: "轻度贫血。", values: [value, { ...value, display: "白细胞", unit: null, flag: null }] }),
    ),
  ).toBe("血常规 · 2026-08-04\n轻度贫血。\n血红蛋白 90 g/L ↓\n白细胞 90");
  expect(reportText(report({ at: null }))).toBe("血常规");
  expect(reportText(report({ conclusion: "长".repeat(9_000) }))).toHaveLength(4_000);
});
