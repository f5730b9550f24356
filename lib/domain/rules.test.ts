import { expect, test } from "vitest";
import { citation, type RuleId, rules } from "./rules";

test("R1 to R33 are all there, each with its source and date in both languages", () => {
  const ids = Object.keys(rules) as RuleId[];
  expect(ids).toEqual(Array.from({ length: 33 }, (_, index) => `R${index + 1}`));
  for (const id of ids) {
    expect(citation(id, "zh-CN").text).toMatch(/\p{Script=Han}/u);
    expect(citation(id, "en").text).toMatch(/^[\x20-\x7e]+$/);
    expect(citation(id, "en").since).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
  }
});

test("R16 cites article 19 of the Prescription Administration Measures", () => {
  expect(citation("R16", "zh-CN")).toEqual({ text: "处方管理办法第 19 条", since: "2007-05-01" });
  expect(citation("R16", "en").text).toMatch(/, art\. 19$/);
});
