import { arranged, type Screened } from "./finding";
import { screenAllergies } from "./screen-allergies";
import { screenCombinations } from "./screen-combinations";
import { screenLimits } from "./screen-limits";

/** A medicine of the formulary, as far as the checks know it. Doses are counted in `doseUnit`. */
export interface ScreenedMedicine {
  readonly id: string;
  /** Empty where the classification leaves it out (Chinese patent medicines). */
  readonly atc: string;
  readonly ingredients: readonly string[];
  readonly doseUnit: string;
  readonly maxSingleDose: number;
  readonly maxDailyDose: number;
  readonly minAgeMonths: number;
  readonly controlledClass: string;
  readonly isAntimicrobial: boolean;
}

export interface ScreenedItem {
  readonly medicine: ScreenedMedicine;
  readonly dose: number;
  readonly frequency: string;
  readonly days: number;
}

/** An allergy on record; `mappedCode` is ATC. */
export interface Allergy {
  readonly display: string;
  readonly code: string | null;
  readonly mappedCode: string | null;
}

/** What the patient takes already; `atc` null where it could not be mapped. */
export interface RunningMedicine {
  readonly display: string;
  readonly atc: string | null;
}

/** Two ATC prefixes that do not go together, in either order. */
export interface Interaction {
  readonly atcA: string;
  readonly atcB: string;
  readonly severity: string;
  readonly mechanismZh: string;
  readonly mechanismEn: string;
  readonly adviceZh: string;
  readonly adviceEn: string;
}

export interface Screening {
  readonly patient: { readonly ageMonths: number; readonly isPregnant: boolean };
  readonly allergies: readonly Allergy[];
  readonly running: readonly RunningMedicine[];
  readonly items: readonly ScreenedItem[];
  readonly interactions: readonly Interaction[];
  /** R15. */
  readonly validDays: number;
}

/** The automatic checks (R13 to R19) of a prescription against the patient's record: the same in whatever order things are listed. */
export function screen(screening: Screening): Screened {
  const findings = arranged([
    ...screenLimits(screening),
    ...screenCombinations(screening),
    ...screenAllergies(screening),
  ]);
  return { findings, isScreened: !findings.some(({ code }) => code.endsWith("_unmapped")) };
}
