import fc from "fast-check";
import { expect, test } from "vitest";
import { type Finding, findingKey, type Screened } from "@/lib/domain/finding";
import { patientStates } from "@/lib/domain/patient-state";
import { requireAnswers } from "@/lib/domain/prescribing";
import { citation } from "@/lib/domain/rules";
import type { ScreenedMedicine, Screening } from "@/lib/domain/screened";
import { screen } from "@/lib/domain/screening";
import { frequencies } from "@/lib/domain/vocabulary/frequencies";
import { Refusal } from "@/lib/errors";
import { contraindications } from "./contraindications";
import { doseRanges } from "./dose-ranges";
import { interactions } from "./interactions";
import { medicines } from "./medicines";

const noon = new Date("2026-11-23T04:00:00.000Z");

/** The formulary as it is seeded, against the knowledge as it is seeded. */
const formulary: readonly ScreenedMedicine[] = medicines.map((medicine) => ({
  ...medicine,
  id: medicine.code,
  doseRanges: doseRanges.filter((range) => range.medicine === medicine.code),
}));

const screenings: fc.Arbitrary<Screening> = fc.record({
  patient: fc.record({
    ageMonths: fc.integer({ min: 0, max: 1000 }),
    weightKg: fc.option(fc.integer({ min: 3, max: 120 })),
    states: fc.subarray([...patientStates]),
    conditions: fc.subarray(["I10", "J45.9", "A15.0", "K25.9", "C50.9", "I80.2", "G40.9", "N18.3"], { maxLength: 3 }),
  }),
  allergies: fc.array(
    fc
      .constantFrom(["penicillin", null], ["阿司匹林", null], ["?", null], ["mould", "419474003"])
      .map(([display, code]) => ({ display: display ?? "", code: code ?? null, mappedCode: null })),
    { maxLength: 3 },
  ),
  running: fc.array(
    fc.record({
      display: fc.constantFrom("x", "y", "z"),
      atc: fc.option(fc.constantFrom(...formulary.map(({ atc }) => atc))),
    }),
    { maxLength: 8 },
  ),
  items: fc.array(
    fc.record({
      medicine: fc.constantFrom(...formulary),
      dose: fc.constantFrom(0.001, 0.5, 1, 2, 5, 30, 9999),
      frequency: fc.constantFrom(...frequencies.map(({ code }) => code)),
      days: fc.constantFrom(1, 3, 7, 8, 14, 28, 29, 84, 85),
    }),
    { maxLength: 7 },
  ),
  interactions: fc.constant(interactions),
  contraindications: fc.constant(contraindications),
  hasKnowledge: fc.boolean(),
  validDays: fc.integer({ min: -1, max: 5 }),
});

const passesWithEveryAnswer = (result: Screened): boolean => {
  const answers = {
    ...{ supplyReason: "x", assessment: "x", patientConfirmed: true, isDoseConfirmed: true, guardianConfirmed: true },
    overrides: result.findings.map((each) => ({ finding: findingKey(each), reason: "x" })),
  };
  try {
    requireAnswers(result, answers, { birthDate: new Date("1990-05-01") }, noon);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

const about = (code: Finding["code"], { findings }: Screened) =>
  findings.filter((each) => each.code === code).map(({ medicineIds, severity }) => [medicineIds, severity]);
const backwards = <T>(list: readonly T[]) => [...list].reverse();

const cited = (["R13", "R14", "R15", "R17", "R19"] as const).map((id) => `${id} ${citation(id, "en").text}`).join("; ");

test(`10,000 random prescriptions over the seeded formulary (${cited})`, () => {
  let passed = 0;
  fc.assert(
    fc.property(screenings, (given) => {
      const result = screen(given);
      const isPassing = passesWithEveryAnswer(result);
      passed += isPassing ? 1 : 0;

      // Nothing of R13, no sixth medicine, no fourth day, no thirteenth week, no mix of pieces, whatever is answered.
      const pieces = given.items.filter(({ medicine }) => medicine.isTcmPiece).length;
      const isForbidden =
        given.items.some(({ medicine, days }) => medicine.controlledClass !== "none" || days > 84) ||
        given.items.length - pieces > 5 ||
        (pieces > 0 && pieces < given.items.length) ||
        given.validDays < 1 ||
        given.validDays > 3;
      if (isForbidden) expect(isPassing).toBe(false);

      // The same in any order, and from either side of a pair.
      const turned = {
        ...given,
        ...{ items: backwards(given.items), allergies: backwards(given.allergies), running: backwards(given.running) },
      };
      expect(screen(turned)).toEqual(result);

      // A warning is never lost by prescribing more.
      const [first] = given.items;
      if (first) {
        const alone = screen({ ...given, items: [first] });
        for (const code of ["single_dose", "controlled", "contraindication", "in_pregnancy"] as const)
          expect(about(code, result)).toEqual(expect.arrayContaining(about(code, alone)));
      }
      expect(result.isScreened).toBe(!result.findings.some(({ rule }) => rule === "R21"));
    }),
    { numRuns: 10_000 },
  );
  expect(passed).toBeGreaterThan(0);
}, 120_000);

test("an interaction is the same from both sides", () => {
  const swapped = interactions.map((each) => ({ ...each, atcA: each.atcB, atcB: each.atcA }));
  fc.assert(
    fc.property(screenings, (given) => {
      expect(about("interaction", screen({ ...given, interactions: swapped }))).toEqual(
        about("interaction", screen(given)),
      );
    }),
    { numRuns: 500 },
  );
});
