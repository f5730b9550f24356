import { dosePerDay } from "./dose";
import { type Finding, finding } from "./finding";
import { isIn } from "./patient-state";
import type { DoseRange, ScreenedItem, ScreenedPatient, Screening } from "./screened";

/** The label's limits for one patient: in the medicine's dose unit. */
export interface Limits {
  readonly minSingle: number | null;
  readonly maxSingle: number;
  readonly maxDaily: number;
}

type Labelled = Pick<ScreenedItem["medicine"], "maxSingleDose" | "maxDailyDose" | "doseRanges">;

/**
 * The narrowest of the ranges that are about this patient; an adult's where none is. Null: the dose goes by weight, and
 * the weight is not known (R14).
 */
export function limitsFor(medicine: Labelled, patient: ScreenedPatient): Limits | null {
  const ranges = medicine.doseRanges.filter((range) => isAbout(range, patient));
  const { weightKg } = patient;
  if (weightKg === null && ranges.some(({ isPerKg }) => isPerKg)) return null;
  return ranges.reduce<Limits>(
    (limits, range) => {
      const scale = range.isPerKg ? (weightKg ?? 0) : 1;
      return {
        minSingle: range.minSingle === null ? limits.minSingle : rounded(range.minSingle * scale),
        maxSingle: Math.min(limits.maxSingle, rounded(range.maxSingle * scale)),
        maxDaily: Math.min(limits.maxDaily, rounded(range.maxDaily * scale)),
      };
    },
    { minSingle: null, maxSingle: medicine.maxSingleDose, maxDaily: medicine.maxDailyDose },
  );
}

const rounded = (amount: number) => Math.round(amount * 1000) / 1000;

function isAbout(
  { population, minAgeMonths, maxAgeMonths }: DoseRange,
  { ageMonths, states }: ScreenedPatient,
): boolean {
  const isOfAge = ageMonths >= (minAgeMonths ?? 0) && ageMonths <= (maxAgeMonths ?? Number.POSITIVE_INFINITY);
  return isOfAge && (population === "child" || isIn(states, population));
}

/** R18: above the label needs a reason and a second signature. R14: a dose that goes by weight needs the weight. */
export const screenDoses = ({ items, patient }: Screening): Finding[] =>
  items.flatMap(({ medicine, ...item }) => {
    const { id, doseUnit } = medicine;
    const limits = limitsFor(medicine, patient);
    if (!limits) return [finding("weight_missing", "stop", "R14", [id])];
    const aDay = dosePerDay(item);
    const numbers = (dose: number, most: number) => ({ params: { dose, most, unit: doseUnit } });
    return [
      ...(item.dose > limits.maxSingle
        ? [finding("single_dose", "reason", "R18", [id], numbers(item.dose, limits.maxSingle))]
        : []),
      ...(aDay > limits.maxDaily ? [finding("daily_dose", "reason", "R18", [id], numbers(aDay, limits.maxDaily))] : []),
      ...(limits.minSingle !== null && item.dose < limits.minSingle
        ? [
            finding("dose_low", "note", "R19", [id], {
              params: { dose: item.dose, least: limits.minSingle, unit: doseUnit },
            }),
          ]
        : []),
    ];
  });
