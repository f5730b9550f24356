import { describe, expect, test } from "vitest";
import { Refusal } from "@/lib/errors";
import { type Finding, finding, findingKey } from "./finding";
import { composeItems, type FormularyMedicine, requireAnswers } from "./prescribing";
import { citation } from "./rules";

const medicine: FormularyMedicine = {
  ...{
    id: "m1",
    atc: "H03AA01",
    ingredients: ["levothyroxine"],
    doseUnit: "tablet",
    maxSingleDose: 8,
    maxDailyDose: 8,
  },
  ...{
    minAgeMonths: 0,
    controlledClass: "none",
    isAntimicrobial: false,
    routes: ["oral"],
    packSize: 100,
    priceFen: 2980,
  },
  ...{ isRefrigerated: false, isTcmPiece: false, maxCourseDays: null, doseRanges: [], isActive: true },
};
const line = { medicineId: "m1", dose: 2, frequency: "qd", route: "oral", timing: "", days: 28, note: "" } as const;

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return expect.fail("nothing was refused");
};

describe("composing the lines", () => {
  test("packs, price and unit come from the formulary", () => {
    expect(composeItems([line], [medicine]).items).toEqual([
      { ...line, position: 1, packs: 1, unitPriceFen: 2980, doseUnit: "tablet" },
    ]);
  });
  test.each([
    ["has left the formulary", [{ ...medicine, isActive: false }]],
    ["never was in it", []],
  ])("a medicine that %s is not signed", (_, formulary) => {
    expect(refusalOf(() => composeItems([line], formulary))).toMatchObject({
      code: "medicine_unavailable",
      fields: { "items.0.medicineId": "medicine_unavailable" },
    });
  });
  test("a route that the form does not have is refused at its field", () => {
    expect(refusalOf(() => composeItems([{ ...line, route: "intravenous" }], [medicine])).fields).toEqual({
      "items.0.route": "route_unsuitable",
    });
  });
  test.each([
    [99, true],
    [100, false],
  ])("%d packs of one line: %s", (packs, isAllowed) => {
    const compose = () => composeItems([{ ...line, dose: packs, days: 1 }], [{ ...medicine, packSize: 1 }]);
    if (isAllowed) expect(compose().items[0]?.packs).toBe(99);
    else expect(refusalOf(compose).fields).toEqual({ "items.0.days": "too_many_packs" });
  });
});

const noon = new Date("2026-11-23T04:00:00.000Z");
const adult = { birthDate: new Date("1990-05-01T00:00:00.000Z") };
const nothing = {
  ...{ supplyReason: null, assessment: null, patientConfirmed: false },
  ...{ overrides: [], isDoseConfirmed: false, guardianConfirmed: false },
};
const why = (each: Finding) => ({ finding: findingKey(each), reason: "x" });
const answersTo = (findings: readonly Finding[], answers: Partial<typeof nothing> | object = {}, patient = adult) =>
  requireAnswers({ findings, isScreened: true }, { ...nothing, ...answers }, patient, noon);

describe("what the findings ask of the doctor", () => {
  test.each([
    ["controlled", "R13", "medicine_controlled"],
    ["too_many_medicines", "R14", "too_many_medicines"],
    ["valid_days", "R15", "valid_days_too_long"],
    ["supply_too_long", "R17", "supply_too_long"],
    ["same_medicine", "R19", "medicine_twice"],
    ["interaction", "R19", "interaction_contraindicated"],
    ["allergy", "R19", "allergy_conflict"],
    ["tcm_mixed", "R14", "tcm_mixed"],
    ["weight_missing", "R14", "weight_missing"],
    ["long_term_barred", "R17", "long_term_barred"],
    ["in_pregnancy", "R19", "contraindicated"],
  ] as const)("%s (%s) is refused whatever was answered", (code, rule, refusal) => {
    const stopped = finding(code, "stop", rule, ["m1"]);
    const everything = { supplyReason: "x", assessment: "x", patientConfirmed: true, overrides: [why(stopped)] };
    const answers = { ...everything, isDoseConfirmed: true, guardianConfirmed: true };
    expect(refusalOf(() => answersTo([stopped], answers))).toMatchObject({
      code: refusal,
      rule,
    });
  });

  const longSupply = finding("long_supply", "reason", "R16", ["m1"]);
  const highDose = finding("single_dose", "reason", "R18", ["m1"]);
  const major = finding("interaction", "reason", "R19", ["m1", "m2"]);
  const longTerm = finding("long_term", "reason", "R17", ["m1"]);
  test.each([
    [
      `a long supply asks for its reason (R16, ${citation("R16", "en").text})`,
      [longSupply],
      {},
      "supply_reason_missing",
    ],
    [
      "the reason of an alert does not stand in for it",
      [longSupply],
      { overrides: [why(longSupply)] },
      "supply_reason_missing",
    ],
    ["a major interaction asks for a reason (R19)", [major], {}, "override_reason_missing"],
    [
      "the reason of one alert does not stand in for another's",
      [highDose, major],
      { overrides: [why(highDose)], isDoseConfirmed: true },
      "override_reason_missing",
    ],
    ["more than four weeks ask for an assessment (R17)", [longTerm], {}, "assessment_missing"],
    ["and for the patient's word (R17)", [longTerm], { assessment: "x" }, "patient_unconfirmed"],
    [
      "the reason of a long supply does not stand in for it",
      [major, longSupply],
      { supplyReason: "x" },
      "override_reason_missing",
    ],
    [
      "a dose above the label asks for a reason (R18)",
      [highDose],
      { isDoseConfirmed: true },
      "override_reason_missing",
    ],
    ["and for a second signature (R18)", [highDose], { overrides: [why(highDose)] }, "second_signature_missing"],
  ])("%s", (_, findings, answers, code) => {
    expect(refusalOf(() => answersTo(findings, answers)).code).toBe(code);
  });
  test("all answered, it passes", () => {
    const overrides = [highDose, major].map(why);
    const answers = { supplyReason: "x", assessment: "x", patientConfirmed: true, overrides, isDoseConfirmed: true };
    answersTo([highDose, longSupply, longTerm, major], answers);
  });
  test("a note asks for nothing", () => answersTo([finding("pregnancy", "note", "R19", ["m1"])]));

  test.each([
    ["the day before the sixth birthday", "2020-11-24", "guardian_missing"],
    ["on the sixth birthday", "2020-11-23", undefined],
  ])(`%s (R9, ${citation("R9", "en").text})`, (_, birthDay, code) => {
    const child = { birthDate: new Date(`${birthDay}T00:00:00.000Z`) };
    answersTo([], { guardianConfirmed: true }, child);
    if (code) expect(refusalOf(() => answersTo([], {}, child))).toMatchObject({ code, rule: "R9" });
    else answersTo([], {}, child);
  });
});
