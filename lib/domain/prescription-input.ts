import { z } from "zod";
import { patientStates } from "./patient-state";
import { line, passage } from "./text-input";
import { frequencies } from "./vocabulary/frequencies";
import { routes } from "./vocabulary/routes";
import { timings } from "./vocabulary/timings";

const codes = <Code extends string>(labels: readonly { readonly code: Code }[]) =>
  z.enum(
    labels.map(({ code }) => code),
    "choose_one",
  );

const reason = (max = 300) => line({ min: 4, max, tooShort: "reason_too_short" });
const leftEmpty = z.string().trim().length(0);
const optionalReason = z.union([leftEmpty.transform(() => null), z.null(), reason()]).default(null);

/** Thousandths at most, as the column holds them; anything finer would be signed as something else. */
const dose = z.coerce
  .number("dose_invalid")
  .gt(0, "dose_invalid")
  .max(9_999, "dose_invalid")
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e3), "dose_too_fine");

const days = z.coerce.number("days_invalid").int("days_invalid").min(1, "days_invalid").max(366, "days_invalid");

const weight = z.coerce
  .number("weight_invalid")
  .min(0.3, "weight_invalid")
  .max(400, "weight_invalid")
  .refine((value) => Number.isInteger(Math.round(value * 1e5) / 1e3), "weight_invalid");

const item = z.strictObject({
  medicineId: z.uuid(),
  dose,
  frequency: codes(frequencies),
  route: codes(routes),
  timing: codes(timings).default(""),
  days,
  note: line({ min: 0, max: 60 }).default(""),
});

const diagnosisCode = z.string().regex(/^[A-Z]\d{2}(\.[0-9A-Z]{1,4})?$/);

/** How many lines are looked at at all: R14 refuses more than five medicines with its reason; pieces of one decoction are more. */
const MOST_LINES = 30;

/** The lines of a prescription, or of a template. */
export const prescriptionLines = z.array(item).min(1, "medicine_missing").max(MOST_LINES, "too_many_medicines");

const content = {
  /** ICD-10; R14. */
  diagnosisCodes: z.array(diagnosisCode).min(1, "diagnosis_missing").max(5, "too_many_diagnoses"),
  items: prescriptionLines,
  advice: passage({ min: 2, max: 500, tooShort: "advice_missing" }),
  /** R15. */
  validDays: z.coerce.number("days_invalid").int("days_invalid").min(1, "days_invalid").max(366, "days_invalid"),
  /** R16. */
  supplyReason: optionalReason,
  /** Why the doctor goes on in spite of a warning: one reason for each, by `findingKey`. */
  overrides: z
    .array(z.strictObject({ finding: z.string().min(1).max(600), reason: reason() }))
    .max(60)
    .default([]),
  /** R17: the assessment behind more than four weeks' supply, which goes into the record; the patient confirmed it. */
  assessment: z.union([leftEmpty.transform(() => null), z.null(), reason(500)]).default(null),
  patientConfirmed: z.boolean().default(false),
  /** What the doctor knows of the patient beyond the record. */
  states: z.array(z.enum(patientStates)).max(patientStates.length).default([]),
  /** Kilograms, with two decimals at most. */
  weightKg: z.preprocess((value) => (value === "" || value === undefined ? null : value), weight.nullable()),
  /** R24: needed at once, so fetched at the hospital. */
  isUrgent: z.boolean().default(false),
  /** R18: the second signature under a dose above the label. */
  isDoseConfirmed: z.boolean().default(false),
  /** R9. */
  guardianConfirmed: z.boolean().default(false),
};

/** The signer's own PIN: six to twelve digits. It opens the key and is kept nowhere. */
export const pin = z.string().regex(/^\d{6,12}$/, "pin_invalid");

export const PrescriptionContent = z.strictObject(content);
export type PrescriptionContent = z.output<typeof PrescriptionContent>;

/** `version` is the consultation's as the pad was opened: the same pad sent twice prescribes once. */
export const Prescribe = z.strictObject({ consultationId: z.uuid(), version: z.int().min(1), ...content, pin });
export type Prescribe = z.output<typeof Prescribe>;

export const Revise = z.strictObject({ prescriptionId: z.uuid(), ...content, pin });
export type Revise = z.output<typeof Revise>;

export const DoubleSign = z.strictObject({ prescriptionId: z.uuid(), reason: reason(), pin });
export type DoubleSign = z.output<typeof DoubleSign>;

export const VoidPrescription = z.strictObject({ prescriptionId: z.uuid(), reason: reason() });
export type VoidPrescription = z.output<typeof VoidPrescription>;

/** The lines as they stand on the pad, to be checked before they are signed. `id` is the consultation. */
export const CheckLines = z.strictObject({
  id: z.uuid(),
  items: z.array(item).max(MOST_LINES, "too_many_medicines"),
  validDays: content.validDays,
  diagnosisCodes: z.array(diagnosisCode).max(5, "too_many_diagnoses").default([]),
  states: content.states,
  weightKg: content.weightKg,
});
export type CheckLines = z.output<typeof CheckLines>;

/** The official form of a prescription, in Chinese or in English. */
export const OpenForm = z.strictObject({ id: z.uuid(), lang: z.enum(["zh-CN", "en"]).default("zh-CN") });
export type OpenForm = z.output<typeof OpenForm>;
