import type { DoseRange } from "./types";

const perKg = (
  medicine: string,
  minSingle: number,
  maxSingle: number,
  maxDaily: number,
  untilMonths = 143,
): DoseRange => ({
  ...{ medicine, population: "child", minAgeMonths: null, maxAgeMonths: untilMonths, isPerKg: true },
  ...{ minSingle, maxSingle, maxDaily },
});
const band = (
  medicine: string,
  from: number,
  to: number,
  minSingle: number,
  maxSingle: number,
  maxDaily: number,
): DoseRange => ({
  ...{
    medicine,
    population: "child",
    minAgeMonths: from,
    maxAgeMonths: to,
    isPerKg: false,
    minSingle,
    maxSingle,
    maxDaily,
  },
});
const lowered = (
  medicine: string,
  population: "kidney" | "liver" | "pregnancy" | "lactation",
  maxSingle: number,
  maxDaily: number,
): DoseRange => ({
  ...{
    medicine,
    population,
    minAgeMonths: null,
    maxAgeMonths: null,
    isPerKg: false,
    minSingle: null,
    maxSingle,
    maxDaily,
  },
});

/** Doses for demonstration. Per kilogram: millilitres of a liquid, units of whatever else the medicine is counted in. */
export const doseRanges: readonly DoseRange[] = [
  perKg("M029", 0.25, 0.5, 2),
  perKg("M032", 0.06, 0.13, 0.25),
  perKg("M033", 0.05, 0.1, 0.1),
  perKg("M034", 0.03, 0.08, 0.16),
  perKg("M053", 0.05, 0.3, 0.6),
  band("M013", 12, 71, 0.25, 0.5, 0.5),
  band("M013", 72, 143, 0.5, 1, 1),
  band("M014", 24, 71, 2.5, 5, 10),
  band("M014", 72, 143, 5, 7.5, 15),
  perKg("M104", 0.1, 0.4, 0.75),
  perKg("M091", 0.2, 0.55, 1.6),
  perKg("M110", 0.1, 0.4, 0.4),
  perKg("M086", 0.05, 0.1, 0.4),
  band("M087", 12, 35, 2, 2, 4),
  band("M087", 36, 95, 2, 3, 6),
  band("M087", 96, 155, 3, 4, 8),
  band("M135", 72, 143, 0.5, 1, 1),
  band("M136", 12, 71, 2.5, 2.5, 2.5),
  band("M136", 72, 143, 5, 5, 5),
  band("M132", 48, 143, 1, 1, 2),
  band("M141", 24, 71, 1, 1, 2),
  band("M141", 72, 167, 1, 2, 4),
  band("M137", 48, 143, 1, 2, 4),
  band("M081", 36, 143, 1, 2, 6),
  band("M133", 72, 143, 1, 2, 6),
  lowered("M077", "kidney", 0.5, 0.5),
  lowered("M086", "kidney", 2, 6),
  lowered("M123", "kidney", 1, 1),
  lowered("M107", "kidney", 0.5, 0.5),
  lowered("M130", "kidney", 1, 1),
  lowered("M072", "kidney", 0.5, 0.5),
  lowered("M061", "liver", 1, 1),
  lowered("M093", "liver", 1, 1),
  lowered("M094", "liver", 1, 1),
  lowered("M093", "pregnancy", 1, 1),
  lowered("M110", "pregnancy", 4, 4),
  lowered("M093", "lactation", 1, 1),
];
