import type { RuleId } from "./rules";
import type { Bilingual } from "./vocabulary/types";

/** `stop` is never passed; `reason` only with the doctor's reason; `note` is to be known. */
export type Severity = "stop" | "reason" | "note";

export type FindingCode =
  | "controlled"
  | "too_many_medicines"
  | "tcm_mixed"
  | "valid_days"
  | "long_supply"
  | "supply_too_long"
  | "long_term"
  | "long_term_barred"
  | "course"
  | "single_dose"
  | "daily_dose"
  | "dose_low"
  | "weight_missing"
  | "age"
  | "pregnancy"
  | "in_pregnancy"
  | "in_lactation"
  | "in_kidney"
  | "in_liver"
  | "under_age"
  | "contraindication"
  | "antimicrobial"
  | "antimicrobial_long"
  | "same_medicine"
  | "same_ingredient"
  | "same_class"
  | "already_running"
  | "interaction"
  | "allergy"
  | "allergy_cross"
  | "allergy_unmapped"
  | "medicine_unmapped"
  | "knowledge_missing";

/** One result of the automatic checks, as it is stored with a version and shown to doctor and pharmacist. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly rule: RuleId;
  /** The prescribed medicines concerned, by id, sorted. */
  readonly medicineIds: readonly string[];
  /** Values of the text `terms.finding.<code>`: numbers, codes, and `with`, a name as the record has it. */
  readonly params: Readonly<Record<string, string | number>>;
  /** What the knowledge behind it says, where it says something. */
  readonly advice: Bilingual | null;
}

/** What an answer to a finding names it by: the same as long as it says the same of the same medicines. */
export const findingKey = ({ code, medicineIds, params }: Finding): string =>
  [code, ...medicineIds, ...(params.with === undefined ? [] : [params.with])].join(" ");

export interface Screened {
  readonly findings: readonly Finding[];
  /** False: part of the record could not be mapped, so that part was not checked (R21). */
  readonly isScreened: boolean;
}

const severities: readonly Severity[] = ["stop", "reason", "note"];

const order = ({ severity, code, medicineIds, params, advice }: Finding) =>
  [
    severities.indexOf(severity),
    code,
    medicineIds.join(),
    JSON.stringify(Object.entries(params).sort()),
    advice?.en,
  ].join(" ");

/** The gravest first, each once: the same findings in whatever order they were found. */
export function arranged(findings: readonly Finding[]): Finding[] {
  const byOrder = new Map(findings.map((finding) => [order(finding), finding]));
  return [...byOrder].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

/** A finding out of its parts, its medicines sorted. */
export const finding = (
  code: FindingCode,
  severity: Severity,
  rule: RuleId,
  medicineIds: readonly string[],
  more: { params?: Finding["params"]; advice?: Bilingual | null } = {},
): Finding => ({
  code,
  severity,
  rule,
  medicineIds: [...new Set(medicineIds)].sort(),
  params: more.params ?? {},
  advice: more.advice ?? null,
});
