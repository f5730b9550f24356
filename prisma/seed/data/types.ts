/**
 * Shapes of the demonstration data. Money is integer fen, ages are completed months, days are relative to the seeding.
 * Everything a person reads stands in both languages; every number of a certificate or licence is visibly fictitious.
 */

import type { DoseUnitCode } from "@/lib/domain/vocabulary/dose-units";
import type { FormCode } from "@/lib/domain/vocabulary/forms";
import type { FrequencyCode } from "@/lib/domain/vocabulary/frequencies";
import type { RedFlagId } from "@/lib/domain/vocabulary/red-flags";
import type { RouteCode } from "@/lib/domain/vocabulary/routes";
import type { Bilingual } from "@/lib/domain/vocabulary/types";
import type { DepartmentCode } from "./departments";

export type Department = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly introZh: string;
  readonly introEn: string;
  /** R2: how many days back the offline record may lie. */
  readonly recordWindowDays: number;
  /** Completed months; null: no limit. `maxAgeMonths` is the last month that is still seen. */
  readonly minAgeMonths: number | null;
  readonly maxAgeMonths: number | null;
  /** ICD-10 prefixes: common or chronic here (R1). */
  readonly commonConditions: readonly string[];
  /** ICD-10 prefixes: hard to treat, or acute (R3). Where both lists match, the longer prefix decides. */
  readonly hardConditions: readonly string[];
  readonly redFlags: readonly RedFlagId[];
};

export type DoctorTitle = "chief_physician" | "associate_chief_physician" | "attending_physician";

export type DoctorService = {
  readonly kind: "consultation" | "follow_up";
  readonly channel: "text" | "voice" | "video";
  readonly feeFen: number;
  readonly dailyPlaces: number;
};

export type Doctor = {
  readonly staffNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly title: DoctorTitle;
  readonly department: DepartmentCode;
  readonly certificateNo: string;
  /** First day of independent practice, YYYY-MM-DD (R6). */
  readonly practisingSince: string;
  readonly scopeZh: string;
  readonly scopeEn: string;
  readonly specialtiesZh: string;
  readonly specialtiesEn: string;
  readonly introZh: string;
  readonly introEn: string;
  readonly services: readonly DoctorService[];
  readonly isAccepting: boolean;
};

export type ControlledClass =
  | "none"
  | "narcotic"
  | "psychotropic_1"
  | "psychotropic_2"
  | "toxic"
  | "radioactive"
  | "precursor";

export type Medicine = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** International non-proprietary names in lower case; for Chinese medicines, Latin names of the pieces. */
  readonly ingredients: readonly string[];
  /**
   * WHO ATC, level 5, or level 4 where no level 5 exists. Empty for Chinese patent medicines, which the
   * classification leaves out: compare as `atc.startsWith(prefix)`, never the other way round.
   */
  readonly atc: string;
  readonly form: FormCode;
  readonly strengthZh: string;
  readonly strengthEn: string;
  readonly doseUnit: DoseUnitCode;
  /** Content of one pack counted in `doseUnit`: packs = ⌈dose × timesPerDay × days ÷ packSize⌉. */
  readonly packSize: number;
  /** What the pharmacy counts: box, bottle, tube … */
  readonly packUnit: "box" | "bottle" | "tube" | "pen" | "inhaler";
  readonly packZh: string;
  readonly packEn: string;
  readonly priceFen: number;
  readonly routes: readonly RouteCode[];
  /** Doses in `doseUnit`, of an adult or, for a form made for children, of the oldest age group it is made for. */
  readonly usualDose: number;
  readonly frequency: FrequencyCode;
  readonly maxSingleDose: number;
  readonly maxDailyDose: number;
  readonly minAgeMonths: number;
  readonly manufacturerZh: string;
  readonly licenceNo: string;
  readonly controlledClass: ControlledClass;
  readonly isAntimicrobial: boolean;
  readonly isHighAlert: boolean;
  readonly isRefrigerated: boolean;
  readonly isInjection: boolean;
  readonly isGlucoseLowering: boolean;
  readonly isHospitalMade: boolean;
  /** Decoction pieces: on a prescription of their own (R14). */
  readonly isTcmPiece: boolean;
  /** The longest course of the label, in days. */
  readonly maxCourseDays: number | null;
  readonly isPrescriptionOnly: boolean;
  /** Why the formulary itself keeps it from the mail, beyond what R22 derives from the other flags. */
  readonly mailBlockedReason: Bilingual | null;
  readonly storageZh: string;
  readonly storageEn: string;
  /** Doses are for demonstration: a hospital replaces them with its own formulary. */
  readonly isDemonstration: true;
};

export type StockBatch = {
  readonly medicine: string;
  readonly number: string;
  /** Days from the seeding; negative: already expired. */
  readonly expiresInDays: number;
  /** Packs. */
  readonly quantity: number;
};

export type Diagnosis = {
  /** ICD-10 (WHO). */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isChronic: boolean;
  readonly isCommon: boolean;
};

/** SNOMED CT → ICD-10. */
export type ConditionMapping = { readonly snomed: string; readonly icd10: string; readonly display: string };

/** RxNorm → ATC and ingredients. */
export type MedicationMapping = {
  readonly rxnorm: string;
  readonly atc: string;
  readonly ingredients: readonly string[];
  readonly display: string;
};

export type InteractionSeverity = "contraindicated" | "major" | "moderate" | "minor";

export type Interaction = {
  /** ATC prefixes, `atcA` before `atcB` in alphabetical order. */
  readonly atcA: string;
  readonly atcB: string;
  readonly severity: InteractionSeverity;
  readonly mechanismZh: string;
  readonly mechanismEn: string;
  readonly adviceZh: string;
  readonly adviceEn: string;
  readonly source: "class knowledge, unverified";
};

/** What a medicine is weighed against besides other medicines. `icd10`: a prefix, for `diagnosis` alone; `underMonths`, for `age` alone. */
export type Contraindication = {
  readonly atc: string;
  readonly kind: "diagnosis" | "pregnancy" | "lactation" | "kidney" | "liver" | "age";
  readonly icd10: string;
  readonly underMonths: number | null;
  readonly severity: Exclude<InteractionSeverity, "minor">;
  readonly mechanismZh: string;
  readonly mechanismEn: string;
  readonly adviceZh: string;
  readonly adviceEn: string;
  readonly source: "class knowledge, unverified";
};

/** A range of the label: single doses and the day's most, in the medicine's dose unit, or that unit per kilogram. */
export type DoseRange = {
  readonly medicine: string;
  readonly population: "child" | "kidney" | "liver" | "pregnancy" | "lactation";
  /** Completed months, both ends included; null: no limit. */
  readonly minAgeMonths: number | null;
  readonly maxAgeMonths: number | null;
  readonly isPerKg: boolean;
  readonly minSingle: number | null;
  readonly maxSingle: number;
  readonly maxDaily: number;
};

/** What a medicine is for and what to avoid, as one says it to a patient; by ATC prefix, the longest that matches. */
export type PlainWords = {
  readonly atc: string;
  readonly purposeZh: string;
  readonly purposeEn: string;
  readonly avoidZh: string;
  readonly avoidEn: string;
};

export type Province = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

export type Carrier = {
  /** Company code of Kuaidi100. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Source of a regular expression over the whole tracking number. */
  readonly numberPattern: string;
  readonly exampleNumber: string;
  readonly offersCashOnArrival: boolean;
  readonly hasColdChain: boolean;
};

/** From Chongqing, first kilo. */
export type CarrierRate = {
  readonly carrier: string;
  readonly province: string;
  readonly priceFen: number;
  readonly extraKiloFen: number;
  readonly minDays: number;
  readonly maxDays: number;
};

export type ConsentText = {
  readonly kind: "informed_consent" | "health_data" | "guardian" | "third_party_delivery";
  readonly version: number;
  readonly titleZh: string;
  readonly titleEn: string;
  /** Paragraphs parted by an empty line. */
  readonly bodyZh: string;
  readonly bodyEn: string;
};

export type DemoAccount = {
  readonly role: "patient" | "pharmacist" | "head_pharmacist" | "support" | "auditor" | "admin";
  /** Mobile number of a patient, staff number of staff. Doctors: see `doctors`. */
  readonly login: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What the interface greets the account with. */
  readonly displayName: string;
  readonly locale: "zh-CN" | "en";
  /** Pharmacists only. */
  readonly certificateNo: string | null;
};

export type Hospital = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly addressZh: string;
  readonly addressEn: string;
  readonly phone: string;
  readonly emergencyPhone: string;
  readonly licenceNo: string;
  readonly pickup: {
    readonly windowZh: string;
    readonly windowEn: string;
    readonly hoursZh: string;
    readonly hoursEn: string;
    /** Local time in Asia/Shanghai, every day of `weekdays` (ISO: 1 is Monday). */
    readonly opens: string;
    readonly closes: string;
    readonly weekdays: readonly number[];
    /** Days a parcel waits at the window before it goes back. */
    readonly keptDays: number;
  };
  readonly noteZh: string;
  readonly noteEn: string;
};
