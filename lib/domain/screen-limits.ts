import { dosePerDay } from "./dose";
import { type Finding, finding } from "./finding";
import type { ScreenedItem, Screening } from "./screening";

/** R14. */
export const MOST_MEDICINES = 5;
/** R15. */
export const MOST_VALID_DAYS = 3;
/** R16: more needs a reason. */
export const USUAL_SUPPLY_DAYS = 7;
/** R17: more is a long-term prescription with an assessment of its own. */
export const MOST_SUPPLY_DAYS = 28;

/** What does not depend on other medicines: forbidden classes, numbers, days, doses, age, pregnancy. */
export function screenLimits({ items, patient, validDays }: Screening): Finding[] {
  const all = items.map(({ medicine }) => medicine.id);
  return [
    ...(items.length > MOST_MEDICINES
      ? [finding("too_many_medicines", "stop", "R14", all, { params: { most: MOST_MEDICINES } })]
      : []),
    ...(Number.isInteger(validDays) && validDays >= 1 && validDays <= MOST_VALID_DAYS
      ? []
      : [finding("valid_days", "stop", "R15", [], { params: { most: MOST_VALID_DAYS } })]),
    ...(patient.isPregnant && items.length > 0 ? [finding("pregnancy", "note", "R19", all)] : []),
    ...items.flatMap((item) => [...classLimits(item), ...supplyLimits(item), ...doseLimits(item)]),
    ...items.flatMap(({ medicine }) =>
      patient.ageMonths < medicine.minAgeMonths
        ? [finding("age", "reason", "R19", [medicine.id], { params: { months: medicine.minAgeMonths } })]
        : [],
    ),
  ];
}

const classLimits = ({ medicine, days }: ScreenedItem): Finding[] => [
  ...(medicine.controlledClass === "none"
    ? []
    : [finding("controlled", "stop", "R13", [medicine.id], { params: { class: medicine.controlledClass } })]),
  ...(medicine.isAntimicrobial
    ? [
        days > USUAL_SUPPLY_DAYS
          ? finding("antimicrobial_long", "reason", "R17", [medicine.id], { params: { days } })
          : finding("antimicrobial", "note", "R19", [medicine.id]),
      ]
    : []),
];

function supplyLimits({ medicine, days }: ScreenedItem): Finding[] {
  if (days > MOST_SUPPLY_DAYS)
    return [finding("supply_too_long", "stop", "R17", [medicine.id], { params: { days, most: MOST_SUPPLY_DAYS } })];
  if (days > USUAL_SUPPLY_DAYS)
    return [finding("long_supply", "reason", "R16", [medicine.id], { params: { days, usual: USUAL_SUPPLY_DAYS } })];
  return [];
}

function doseLimits({ medicine, ...item }: ScreenedItem): Finding[] {
  const { id, doseUnit, maxSingleDose, maxDailyDose } = medicine;
  const aDay = dosePerDay(item);
  return [
    ...(item.dose > maxSingleDose
      ? [
          finding("single_dose", "reason", "R18", [id], {
            params: { dose: item.dose, most: maxSingleDose, unit: doseUnit },
          }),
        ]
      : []),
    ...(aDay > maxDailyDose
      ? [finding("daily_dose", "reason", "R18", [id], { params: { dose: aDay, most: maxDailyDose, unit: doseUnit } })]
      : []),
  ];
}
