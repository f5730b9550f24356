import { type Finding, finding } from "./finding";
import { hasChronicInfection } from "./patient-state";
import type { ScreenedItem, Screening } from "./screened";

/** R14. */
export const MOST_MEDICINES = 5;
/** R15. */
export const MOST_VALID_DAYS = 3;
/** R16: more needs a reason, and is a long-term prescription (R17). */
export const USUAL_SUPPLY_DAYS = 7;
/** R17: more needs an assessment, and the patient's confirmation. */
export const ASSESSED_SUPPLY_DAYS = 28;
/** R17: twelve weeks. */
export const MOST_SUPPLY_DAYS = 84;

/** What depends on no other medicine and no knowledge: forbidden classes, numbers, days. */
export function screenLimits({ items, patient, validDays }: Screening): Finding[] {
  const all = items.map(({ medicine }) => medicine.id);
  const pieces = items.filter(({ medicine }) => medicine.isTcmPiece);
  return [
    ...(items.length - pieces.length > MOST_MEDICINES
      ? [finding("too_many_medicines", "stop", "R14", all, { params: { most: MOST_MEDICINES } })]
      : []),
    ...(pieces.length > 0 && pieces.length < items.length ? [finding("tcm_mixed", "stop", "R14", all)] : []),
    ...(Number.isInteger(validDays) && validDays >= 1 && validDays <= MOST_VALID_DAYS
      ? []
      : [finding("valid_days", "stop", "R15", [], { params: { most: MOST_VALID_DAYS } })]),
    ...items.flatMap((item) => [...classLimits(item), ...supplyLimits(item, patient.conditions)]),
  ];
}

const classLimits = ({ medicine, days }: ScreenedItem): Finding[] => [
  ...(medicine.controlledClass === "none"
    ? []
    : [finding("controlled", "stop", "R13", [medicine.id], { params: { class: medicine.controlledClass } })]),
  ...(medicine.isAntimicrobial && days <= USUAL_SUPPLY_DAYS
    ? [finding("antimicrobial", "note", "R19", [medicine.id])]
    : []),
  ...(medicine.maxCourseDays !== null && days > medicine.maxCourseDays
    ? [finding("course", "reason", "R19", [medicine.id], { params: { days, most: medicine.maxCourseDays } })]
    : []),
];

function supplyLimits({ medicine, days }: ScreenedItem, conditions: readonly string[]): Finding[] {
  const { id } = medicine;
  if (days <= USUAL_SUPPLY_DAYS) return [];
  if (days > MOST_SUPPLY_DAYS)
    return [finding("supply_too_long", "stop", "R17", [id], { params: { days, most: MOST_SUPPLY_DAYS } })];
  const mayBeLong = !medicine.isAntimicrobial || hasChronicInfection(conditions);
  if (!mayBeLong || medicine.isRefrigerated)
    return [finding("long_term_barred", "stop", "R17", [id], { params: { days, most: USUAL_SUPPLY_DAYS } })];
  return [
    finding("long_supply", "reason", "R16", [id], { params: { days, usual: USUAL_SUPPLY_DAYS } }),
    ...(medicine.isAntimicrobial ? [finding("antimicrobial_long", "reason", "R17", [id], { params: { days } })] : []),
    ...(days > ASSESSED_SUPPLY_DAYS
      ? [finding("long_term", "reason", "R17", [id], { params: { days, most: ASSESSED_SUPPLY_DAYS } })]
      : []),
  ];
}
