import { describe, expect, test } from "vitest";
import { Refusal } from "@/lib/errors";
import { type Finding, findingKey, type Screened } from "./finding";
import { requireAnswers } from "./prescribing";
import { citation, type RuleId } from "./rules";
import type { Allergy, Interaction, RunningMedicine, ScreenedItem, Screening } from "./screened";
import { screen } from "./screening";

const cited = (id: RuleId) => `${id}, ${citation(id, "en").text}`;

const item = (
  id: string,
  more: Partial<ScreenedItem["medicine"]> = {},
  line: Partial<ScreenedItem> = {},
): ScreenedItem => ({
  ...{ dose: 1, frequency: "qd", days: 7, ...line },
  medicine: {
    ...{
      id,
      atc: "V03AX01",
      ingredients: [id],
      doseUnit: "tablet",
      maxSingleDose: 2,
      maxDailyDose: 6,
      minAgeMonths: 0,
    },
    ...{ controlledClass: "none", isAntimicrobial: false, isRefrigerated: false, isTcmPiece: false },
    ...{ maxCourseDays: null, doseRanges: [], ...more },
  },
});
const allergy = (display: string, code: string | null = null, mappedCode: string | null = null): Allergy => ({
  display,
  code,
  mappedCode,
});
const interaction = (atcA: string, atcB: string, severity: string): Interaction => ({
  ...{ atcA, atcB, severity },
  ...{ mechanismZh: "机制。", mechanismEn: `${atcA} with ${atcB}.`, adviceZh: "建议。", adviceEn: "Advice." },
});
const adultPatient: Screening["patient"] = { ageMonths: 400, weightKg: null, states: [], conditions: [] };
const screened = (more: Partial<Screening>) =>
  screen({
    patient: adultPatient,
    allergies: [],
    running: [],
    items: [item("a")],
    interactions: [],
    contraindications: [],
    hasKnowledge: true,
    validDays: 1,
    ...more,
  });
const brief = ({ findings }: { findings: readonly Finding[] }) =>
  findings.map(({ code, severity, rule }) => [code, severity, rule].join(" "));

const adult = { birthDate: new Date("1990-05-01") };
const noon = new Date("2026-11-23T04:00:00.000Z");
/** Everything that a doctor could answer: each warning has its reason. */
const everyAnswer = ({ findings }: Screened) => ({
  ...{ supplyReason: "慢性病稳定期", assessment: "病情稳定，已评估", patientConfirmed: true },
  ...{ isDoseConfirmed: true, guardianConfirmed: true },
  overrides: findings.map((each) => ({ finding: findingKey(each), reason: "已评估获益大于风险" })),
});
const passes = (result: Screened) => {
  try {
    requireAnswers(result, everyAnswer(result), adult, noon);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

test("a medicine that nothing speaks against passes without a word", () => {
  expect(screened({})).toEqual({ findings: [], isScreened: true });
});

describe(`never by internet (${cited("R13")})`, () => {
  test.each(["narcotic", "psychotropic_1", "psychotropic_2", "toxic", "radioactive", "precursor"])(
    "a %s medicine stops, whatever the doctor answers",
    (controlledClass) => {
      const result = screened({ items: [item("a", { controlledClass })] });
      expect(brief(result)).toEqual(["controlled stop R13"]);
      expect(passes(result)).toBe(false);
    },
  );
});

describe(`how many (${cited("R14")})`, () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => item(`m${index}`, { atc: `V0${index}AX01` }));
  test("five medicines pass", () => expect(brief(screened({ items: many(5) }))).toEqual([]));
  test("six stop", () => expect(brief(screened({ items: many(6) }))).toEqual(["too_many_medicines stop R14"]));
});

describe(`how long it is valid (${cited("R15")})`, () => {
  test.each([1, 2, 3])("%d days pass", (validDays) => expect(brief(screened({ validDays }))).toEqual([]));
  test.each([0, 4, 1.5, -1])("%d days stop", (validDays) =>
    expect(brief(screened({ validDays }))).toEqual(["valid_days stop R15"]),
  );
});

describe(`how much is supplied (${cited("R16")}; ${cited("R17")})`, () => {
  test.each([
    [7, []],
    [8, ["long_supply reason R16"]],
    [28, ["long_supply reason R16"]],
    [29, ["long_supply reason R16", "long_term reason R17"]],
    [84, ["long_supply reason R16", "long_term reason R17"]],
    [85, ["supply_too_long stop R17"]],
  ])("%d days: %j", (days, expected) =>
    expect(brief(screened({ items: [item("a", {}, { days })] }))).toEqual(expected),
  );

  const tuberculosis = { ...adultPatient, conditions: ["A15.0"] };
  test.each([
    ["an antimicrobial", { isAntimicrobial: true }, 7, adultPatient, ["antimicrobial note R19"]],
    ["an antimicrobial", { isAntimicrobial: true }, 8, adultPatient, ["long_term_barred stop R17"]],
    [
      "an antimicrobial for tuberculosis",
      { isAntimicrobial: true },
      8,
      tuberculosis,
      ["antimicrobial_long reason R17", "long_supply reason R16"],
    ],
    ["what is kept cold", { isRefrigerated: true }, 7, adultPatient, []],
    ["what is kept cold", { isRefrigerated: true }, 8, adultPatient, ["long_term_barred stop R17"]],
    ["a course of five days", { maxCourseDays: 5 }, 5, adultPatient, []],
    ["a course of five days", { maxCourseDays: 5 }, 6, adultPatient, ["course reason R19"]],
  ])("%s, %o, for %d days", (_, more, days, patient, expected) =>
    expect(brief(screened({ patient, items: [item("a", more, { days })] }))).toEqual(expected),
  );
});

describe(`doses above the label (${cited("R18")})`, () => {
  test.each([
    ["the largest single dose", { dose: 2, frequency: "tid" }, []],
    ["a hair more", { dose: 2.001, frequency: "qd" }, ["single_dose reason R18"]],
    ["the largest daily dose", { dose: 1.5, frequency: "qid" }, []],
    ["more than the largest daily dose", { dose: 2, frequency: "qid" }, ["daily_dose reason R18"]],
    [
      "too much at once, once a week",
      { dose: 7, frequency: "weekly" },
      ["daily_dose reason R18", "single_dose reason R18"],
    ],
  ])("%s", (_, line, expected) => expect(brief(screened({ items: [item("a", {}, line)] }))).toEqual(expected));
});

describe(`special populations (${cited("R19")})`, () => {
  test.each([
    [71, ["age reason R19"]],
    [72, []],
  ])("at %d months, a medicine from 72 months on: %j", (ageMonths, expected) => {
    const patient = { ...adultPatient, ageMonths };
    expect(brief(screened({ patient, items: [item("a", { minAgeMonths: 72 })] }))).toEqual(expected);
  });
  test("in pregnancy each medicine is to be checked", () => {
    expect(brief(screened({ patient: { ...adultPatient, states: ["pregnant"] } }))).toEqual(["pregnancy note R19"]);
  });
});

describe(`duplicate therapy (${cited("R19")})`, () => {
  const amoxicillin = { atc: "J01CA04", ingredients: ["amoxicillin"] };
  const coAmoxiclav = { atc: "J01CR02", ingredients: ["amoxicillin", "clavulanic acid"] };
  const ampicillin = { atc: "J01CA01", ingredients: ["ampicillin"] };
  test("the same medicine on two lines stops", () => {
    expect(brief(screened({ items: [item("a"), item("a")] }))).toEqual(["same_medicine stop R19"]);
  });
  test.each([
    ["the same ingredient in two medicines", amoxicillin, coAmoxiclav, ["same_ingredient reason R19"]],
    ["two medicines of one chemical subgroup", amoxicillin, ampicillin, ["same_class reason R19"]],
    [
      "two medicines without a class",
      { atc: "" },
      { atc: "" },
      ["medicine_unmapped note R21", "medicine_unmapped note R21"],
    ],
    ["two medicines of different subgroups", amoxicillin, { atc: "J01FA10" }, []],
  ])("%s", (_, a, b, expected) => {
    expect(brief(screened({ items: [item("a", a), item("b", b)] }))).toEqual(expected);
  });
  test.each([
    ["renewed", "J01CA04", ["already_running note R19"]],
    ["of the same subgroup", "J01CA01", ["same_class reason R19"]],
    ["of another kind", "C09AA01", []],
  ])("a running medicine that is %s", (_, atc, expected) => {
    const running: RunningMedicine[] = [{ display: "x", atc }];
    expect(brief(screened({ running, items: [item("a", amoxicillin)] }))).toEqual(expected);
  });
});

describe(`interactions (${cited("R19")})`, () => {
  const warfarin = item("w", { atc: "B01AA03" });
  const ibuprofen = item("i", { atc: "M01AE01" });
  test.each([
    ["contraindicated", "stop"],
    ["major", "reason"],
    ["moderate", "note"],
    ["minor", "note"],
  ])("%s is a %s", (grade, severity) => {
    const result = screened({ items: [ibuprofen, warfarin], interactions: [interaction("B01A", "M01A", grade)] });
    expect(brief(result)).toEqual([`interaction ${severity} R19`]);
    expect(result.findings[0]).toMatchObject({
      medicineIds: ["i", "w"],
      params: { grade },
      advice: { zh: "机制。建议。" },
    });
  });
  test("with a running medicine it names that medicine", () => {
    const running = [{ display: "华法林", atc: "B01AA03" }];
    const result = screened({ items: [ibuprofen], running, interactions: [interaction("B01A", "M01A", "major")] });
    expect(result.findings).toMatchObject([{ medicineIds: ["i"], params: { with: "华法林" } }]);
  });
  test("what is renewed beside it is compared once", () => {
    const running = [{ display: "华法林", atc: "B01AA03" }];
    const interactions = [interaction("B01A", "M01A", "major")];
    expect(brief(screened({ items: [ibuprofen, warfarin], running, interactions }))).toEqual([
      "interaction reason R19",
      "already_running note R19",
    ]);
  });
  test("of several entries about a pair the gravest counts", () => {
    const interactions = [interaction("B01A", "M01A", "minor"), interaction("B01AA03", "M01A", "contraindicated")];
    expect(brief(screened({ items: [ibuprofen, warfarin], interactions }))).toEqual(["interaction stop R19"]);
  });
});

describe(`allergies (${cited("R19")}; ${cited("R21")})`, () => {
  const amoxicillin = item("a", { atc: "J01CA04", ingredients: ["amoxicillin"] });
  const cefixime = item("c", { atc: "J01DD08", ingredients: ["cefixime"] });
  test.each([
    ["by its SNOMED code", allergy("Allergy to penicillin", "91936005")],
    ["by a word of free Chinese text", allergy("青霉素皮试阳性")],
    ["by the medicine it was mapped to", allergy("x", null, "J01CA04")],
    ["by the ingredient's own name", allergy("Rash after AMOXICILLIN")],
  ])("an allergy to the class is found %s and stops", (_, found) => {
    const result = screened({ items: [amoxicillin], allergies: [found] });
    expect(brief(result)).toEqual(["allergy stop R19"]);
    expect(passes(result)).toBe(false);
  });
  test("a medicine that may cross-react needs a reason", () => {
    expect(brief(screened({ items: [cefixime], allergies: [allergy("Penicillin")] }))).toEqual([
      "allergy_cross reason R19",
    ]);
  });
  test("an allergy that nobody understands is said, and marks the prescription", () => {
    const result = screened({ allergies: [allergy("对某种药过敏")] });
    expect(brief(result)).toEqual(["allergy_unmapped note R21"]);
    expect(result.isScreened).toBe(false);
  });
  test.each([
    ["mould", allergy("Allergy to mould", "419474003")],
    ["no allergy at all", allergy("No known allergy", "716186003")],
    ["a class that is not prescribed", allergy("磺胺")],
  ])("an allergy to %s is of no consequence", (_, found) => {
    expect(screened({ items: [amoxicillin], allergies: [found] }).isScreened).toBe(true);
  });
});

test(`a running medicine without a code marks the prescription as partly not screened (${cited("R21")})`, () => {
  const result = screened({ running: [{ display: "自购保健品", atc: null }] });
  expect(brief(result)).toEqual(["medicine_unmapped note R21"]);
  expect(result.isScreened).toBe(false);
});
