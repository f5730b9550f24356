import { Refusal } from "@/lib/errors";
import { packsNeeded } from "./dose";
import { needsGuardian } from "./eligibility";
import { type Finding, type FindingCode, findingKey, type Screened } from "./finding";
import type { PrescriptionContent } from "./prescription-input";
import type { ScreenedItem, ScreenedMedicine } from "./screened";

/** A medicine of the formulary as a prescription needs it. */
export interface FormularyMedicine extends ScreenedMedicine {
  readonly routes: readonly string[];
  readonly packSize: number;
  readonly priceFen: number;
  readonly isActive: boolean;
}

/** One line of a prescription as it is signed: price and packs come from the formulary, never from the form. */
export interface PrescribedItem {
  readonly position: number;
  readonly medicineId: string;
  readonly dose: number;
  readonly doseUnit: string;
  readonly frequency: string;
  readonly route: string;
  readonly timing: string;
  readonly days: number;
  readonly packs: number;
  readonly unitPriceFen: number;
  readonly note: string;
}

/** The most packs of one line that the pharmacy hands out. */
const MOST_PACKS = 99;

/**
 * Lines of the form → what is screened and what is signed. Throws `medicine_unavailable` where a medicine has left the
 * formulary since it was searched, `invalid_input` with the field for a route it does not have or too many packs.
 */
export function composeItems(
  lines: PrescriptionContent["items"],
  formulary: readonly FormularyMedicine[],
): { screened: ScreenedItem[]; items: PrescribedItem[] } {
  const composed = lines.map((line, index) => {
    const medicine = formulary.find(({ id }) => id === line.medicineId);
    if (!medicine?.isActive)
      throw new Refusal("medicine_unavailable", { fields: { [`items.${index}.medicineId`]: "medicine_unavailable" } });
    const packs = packsNeeded(line, medicine.packSize);
    const fields = {
      ...(!medicine.routes.includes(line.route) && { [`items.${index}.route`]: "route_unsuitable" }),
      ...(packs > MOST_PACKS && { [`items.${index}.days`]: "too_many_packs" }),
    };
    if (Object.keys(fields).length > 0) throw new Refusal("invalid_input", { fields });
    const { priceFen: unitPriceFen, doseUnit } = medicine;
    return { medicine, line, item: { ...line, position: index + 1, packs, unitPriceFen, doseUnit } };
  });
  return {
    screened: composed.map(({ medicine, line: { dose, frequency, days } }) => ({ medicine, dose, frequency, days })),
    items: composed.map(({ item }) => item),
  };
}

/** The refusal that a finding of severity `stop` leads to. */
const stops: Partial<Record<FindingCode, string>> = {
  controlled: "medicine_controlled",
  too_many_medicines: "too_many_medicines",
  valid_days: "valid_days_too_long",
  supply_too_long: "supply_too_long",
  same_medicine: "medicine_twice",
  tcm_mixed: "tcm_mixed",
  weight_missing: "weight_missing",
  long_term_barred: "long_term_barred",
  interaction: "interaction_contraindicated",
  allergy: "allergy_conflict",
  in_pregnancy: "contraindicated",
  in_lactation: "contraindicated",
  in_kidney: "contraindicated",
  in_liver: "contraindicated",
  under_age: "contraindicated",
  contraindication: "contraindicated",
};

export const needsSecondSignature = (findings: readonly Finding[]): boolean =>
  findings.some(({ rule }) => rule === "R18");

/** R16 and R17 ask for words of their own; every other warning for its own reason. */
export const needsOverride = ({ severity, code }: Finding): boolean =>
  severity === "reason" && code !== "long_supply" && code !== "long_term";

type Answers = Pick<
  PrescriptionContent,
  "supplyReason" | "overrides" | "assessment" | "patientConfirmed" | "isDoseConfirmed" | "guardianConfirmed"
>;

/**
 * What the findings ask of the doctor. Throws the refusal of the gravest, with its rule: a `stop` is never passed; R9 wants
 * the guardian confirmed, R16 the reason for a long supply, R17 the assessment and the patient's word for more than four
 * weeks, R18 a second signature, each other warning its own reason.
 */
export function requireAnswers(
  { findings }: Screened,
  answers: Answers,
  patient: { readonly birthDate: Date },
  now: Date,
): void {
  const [gravest] = findings;
  if (gravest?.severity === "stop")
    throw new Refusal(stops[gravest.code] ?? "prescription_stopped", { rule: gravest.rule, params: gravest.params });
  const missing = (code: string, rule: string, field: string) => new Refusal(code, { rule, fields: { [field]: code } });
  const says = (wanted: FindingCode) => findings.some(({ code }) => code === wanted);
  if (needsGuardian(patient.birthDate, now) && !answers.guardianConfirmed)
    throw missing("guardian_missing", "R9", "guardianConfirmed");
  if (says("long_supply") && !answers.supplyReason) throw missing("supply_reason_missing", "R16", "supplyReason");
  if (says("long_term") && !answers.assessment) throw missing("assessment_missing", "R17", "assessment");
  if (says("long_term") && !answers.patientConfirmed) throw missing("patient_unconfirmed", "R17", "patientConfirmed");
  const answered = new Set(answers.overrides.map(({ finding }) => finding));
  const open = findings.find((finding) => needsOverride(finding) && !answered.has(findingKey(finding)));
  if (open) throw missing("override_reason_missing", open.rule, `overrides.${findingKey(open)}`);
  if (needsSecondSignature(findings) && !answers.isDoseConfirmed)
    throw missing("second_signature_missing", "R18", "isDoseConfirmed");
}

/** What has been paid keeps its prescription: the pharmacy prepares it, or gives the money back first. */
export const isHeldByOrder = (
  liveOrders: readonly { readonly status: string; readonly payments: readonly unknown[] }[],
): boolean => liveOrders.some(({ status, payments }) => status !== "awaiting_payment" || payments.length > 0);
