import type { PatientState } from "./patient-state";

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
  /** Needs a cold chain: special storage, which R17 keeps from long-term prescriptions. */
  readonly isRefrigerated: boolean;
  /** Decoction pieces (R14). */
  readonly isTcmPiece: boolean;
  /** The longest course of the label, in days. */
  readonly maxCourseDays: number | null;
  readonly doseRanges: readonly DoseRange[];
}

/** A range of the label for some of the patients; `isPerKg`: each number times the weight in kilograms. */
export interface DoseRange {
  readonly population: string;
  /** Completed months, both ends included. */
  readonly minAgeMonths: number | null;
  readonly maxAgeMonths: number | null;
  readonly isPerKg: boolean;
  readonly minSingle: number | null;
  readonly maxSingle: number;
  readonly maxDaily: number;
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

/** What the patient takes already; `atc` null where it could not be mapped. Ingredients where the formulary knows them. */
export interface RunningMedicine {
  readonly display: string;
  readonly atc: string | null;
  readonly ingredients?: readonly string[];
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

/** A medicine, by ATC prefix, against a diagnosis (ICD-10 prefix), a state of the patient or an age. */
export interface Contraindication {
  readonly atc: string;
  readonly kind: string;
  readonly icd10: string;
  readonly underMonths: number | null;
  readonly severity: string;
  readonly mechanismZh: string;
  readonly mechanismEn: string;
  readonly adviceZh: string;
  readonly adviceEn: string;
}

export interface ScreenedPatient {
  readonly ageMonths: number;
  readonly weightKg: number | null;
  readonly states: readonly PatientState[];
  /** ICD-10: of the record, and those prescribed for now. */
  readonly conditions: readonly string[];
}

export interface Screening {
  readonly patient: ScreenedPatient;
  readonly allergies: readonly Allergy[];
  readonly running: readonly RunningMedicine[];
  readonly items: readonly ScreenedItem[];
  readonly interactions: readonly Interaction[];
  readonly contraindications: readonly Contraindication[];
  /** False: no table of knowledge is in force, so nothing could be compared (R21). */
  readonly hasKnowledge: boolean;
  /** R15. */
  readonly validDays: number;
}
