import { describe, expect, test } from "vitest";
import type { Finding } from "./finding";
import type { PatientState } from "./patient-state";
import { citation, type RuleId } from "./rules";
import { limitsFor } from "./screen-doses";
import type { Contraindication, DoseRange, ScreenedItem, Screening } from "./screened";
import { screen } from "./screening";

const cited = (id: RuleId) => `${id}, ${citation(id, "en").text}`;
const patient = { ageMonths: 400, weightKg: null, states: [], conditions: [] } as const;
const range = (more: Partial<DoseRange>): DoseRange => ({
  ...{ population: "child", minAgeMonths: null, maxAgeMonths: null, isPerKg: false },
  ...{ minSingle: null, maxSingle: 5, maxDaily: 15, ...more },
});
const item = (more: Partial<ScreenedItem["medicine"]> = {}, line: Partial<ScreenedItem> = {}): ScreenedItem => ({
  ...{ dose: 5, frequency: "tid", days: 3, ...line },
  medicine: {
    ...{ id: "a", atc: "M01AE01", ingredients: ["ibuprofen"], doseUnit: "ml", maxSingleDose: 20, maxDailyDose: 60 },
    ...{ minAgeMonths: 0, controlledClass: "none", isAntimicrobial: false, isRefrigerated: false, isTcmPiece: false },
    ...{ maxCourseDays: null, doseRanges: [], ...more },
  },
});
const against = (kind: string, more: Partial<Contraindication> = {}): Contraindication => ({
  ...{ atc: "M01A", kind, icd10: "", underMonths: null, severity: "contraindicated" },
  ...{ mechanismZh: "机制。", mechanismEn: "Why.", adviceZh: "建议。", adviceEn: "What.", ...more },
});
const screened = (more: Partial<Screening>) =>
  screen({
    ...{ patient, allergies: [], running: [], items: [item()], interactions: [], contraindications: [] },
    ...{ hasKnowledge: true, validDays: 1, ...more },
  });
const brief = ({ findings }: { findings: readonly Finding[] }) =>
  findings.map(({ code, severity, rule }) => [code, severity, rule].join(" "));

describe(`a child's dose (${cited("R14")}; ${cited("R18")})`, () => {
  const byWeight = {
    doseRanges: [range({ maxAgeMonths: 143, isPerKg: true, minSingle: 0.25, maxSingle: 0.5, maxDaily: 2 })],
  };
  const child = { ...patient, ageMonths: 40 };
  test("that goes by weight is not signed without the weight", () => {
    expect(brief(screened({ patient: child, items: [item(byWeight)] }))).toEqual(["weight_missing stop R14"]);
  });
  test.each([
    [16, 4, "tid", []],
    [16, 8, "tid", []],
    [16, 8.001, "tid", ["single_dose reason R18"]],
    [16, 8, "qid", []],
    [15.9, 8, "qid", ["daily_dose reason R18", "single_dose reason R18"]],
    [16, 3.999, "tid", ["dose_low note R19"]],
    [100, 20, "tid", ["dose_low note R19"]],
    [100, 21, "qd", ["single_dose reason R18", "dose_low note R19"]],
  ])("at %s kg, %s ml %s: %j", (weightKg, dose, frequency, expected) => {
    const items = [item(byWeight, { dose, frequency })];
    expect(brief(screened({ patient: { ...child, weightKg }, items }))).toEqual(expected);
  });
  test("is the label's own from twelve years on, with or without a weight", () => {
    const grown = { ...patient, ageMonths: 144 };
    expect(brief(screened({ patient: grown, items: [item(byWeight, { dose: 20, frequency: "tid" })] }))).toEqual([]);
  });
  test.each([
    [71, 2.5],
    [72, 5],
    [143, 5],
    [144, 20],
  ])("by age band: at %d months at most %s", (ageMonths, most) => {
    const doseRanges = [
      range({ minAgeMonths: 12, maxAgeMonths: 71, maxSingle: 2.5, maxDaily: 5 }),
      range({ minAgeMonths: 72, maxAgeMonths: 143, maxSingle: 5, maxDaily: 10 }),
    ];
    expect(limitsFor(item({ doseRanges }).medicine, { ...patient, ageMonths })?.maxSingle).toBe(most);
  });
});

describe(`special populations (${cited("R19")})`, () => {
  test.each<[string, PatientState]>([
    ["kidney", "kidney"],
    ["liver", "liver"],
    ["pregnancy", "pregnant"],
    ["lactation", "lactating"],
  ])("the label's lower dose for %s holds for whom it is about, and for nobody else", (population, state) => {
    const items = [item({ doseRanges: [range({ population, maxSingle: 2, maxDaily: 4 })] })];
    const codes = brief(screened({ items, patient: { ...patient, states: [state] } }));
    expect(codes).toContain("single_dose reason R18");
    expect(brief(screened({ items }))).toEqual([]);
  });

  test.each<[string, Contraindication, Partial<Screening["patient"]>, string, boolean]>([
    ["pregnancy", against("pregnancy"), { states: ["pregnant"] }, "in_pregnancy", true],
    ["lactation", against("lactation"), { states: ["lactating"] }, "in_lactation", true],
    ["kidney", against("kidney"), { states: ["kidney"] }, "in_kidney", true],
    ["liver", against("liver"), { states: ["liver"] }, "in_liver", true],
    [
      "an ulcer, by ICD-10",
      against("diagnosis", { icd10: "K25" }),
      { conditions: ["K25.9"] },
      "contraindication",
      true,
    ],
    ["another ulcer", against("diagnosis", { icd10: "K25" }), { conditions: ["K26.9"] }, "contraindication", false],
    ["age, the month before", against("age", { underMonths: 144 }), { ageMonths: 143 }, "under_age", true],
    ["age, the month itself", against("age", { underMonths: 144 }), { ageMonths: 144 }, "under_age", false],
    ["another medicine", against("kidney", { atc: "N02B" }), { states: ["kidney"] }, "in_kidney", false],
  ])("%s", (_, contraindication, about, code, isFound) => {
    const result = screened({ contraindications: [contraindication], patient: { ...patient, ...about } });
    const found = result.findings.find((each) => each.code === code);
    expect(found?.severity).toBe(isFound ? "stop" : undefined);
    if (isFound) expect(found?.advice).toEqual({ zh: "机制。建议。", en: "Why. What." });
  });

  test.each([
    ["contraindicated", "stop"],
    ["major", "reason"],
    ["moderate", "note"],
  ])("%s is a %s", (severity, expected) => {
    const result = screened({
      contraindications: [against("kidney", { severity })],
      patient: { ...patient, states: ["kidney"] },
    });
    expect(brief(result)).toEqual([`in_kidney ${expected} R19`]);
  });
});

describe(`decoction pieces (${cited("R14")})`, () => {
  const piece = (id: string) => item({ id, atc: "", isTcmPiece: true, ingredients: [id] });
  test("stand on a prescription of their own, however many", () => {
    const codes = brief(screened({ items: Array.from({ length: 12 }, (_, index) => piece(`p${index}`)) }));
    expect(new Set(codes)).toEqual(new Set(["medicine_unmapped note R21"]));
  });
  test("are not mixed with other medicines", () => {
    expect(brief(screened({ items: [item(), piece("p")] }))).toContain("tcm_mixed stop R14");
  });
});

test(`without a table of knowledge nothing is waved through: it is marked (${cited("R21")})`, () => {
  const result = screened({ hasKnowledge: false });
  expect(brief(result)).toEqual(["knowledge_missing note R21"]);
  expect(result.isScreened).toBe(false);
});
