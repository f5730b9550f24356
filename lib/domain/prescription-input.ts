import { z } from "zod";
import { line, passage } from "./text-input";
import { frequencies } from "./vocabulary/frequencies";
import { routes } from "./vocabulary/routes";

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

const item = z.strictObject({
  medicineId: z.uuid(),
  dose,
  frequency: codes(frequencies),
  route: codes(routes),
  days,
  note: line({ min: 0, max: 60 }).default(""),
});

/** How many lines are looked at at all; R14 refuses more than five with its reason. */
const MOST_LINES = 20;

const content = {
  /** ICD-10; R14. */
  diagnosisCodes: z
    .array(z.string().regex(/^[A-Z]\d{2}(\.[0-9A-Z]{1,4})?$/))
    .min(1, "diagnosis_missing")
    .max(5, "too_many_diagnoses"),
  items: z.array(item).min(1, "medicine_missing").max(MOST_LINES, "too_many_medicines"),
  advice: passage({ min: 2, max: 500, tooShort: "advice_missing" }),
  /** R15. */
  validDays: z.coerce.number("days_invalid").int("days_invalid").min(1, "days_invalid").max(366, "days_invalid"),
  /** R16. */
  supplyReason: optionalReason,
  /** Why the doctor goes on in spite of a warning. */
  overrideReason: optionalReason,
  /** R18: the second signature under a dose above the label. */
  isDoseConfirmed: z.boolean().default(false),
  /** R9. */
  guardianConfirmed: z.boolean().default(false),
};

export const PrescriptionContent = z.strictObject(content);
export type PrescriptionContent = z.output<typeof PrescriptionContent>;

/** `version` is the consultation's as the pad was opened: the same pad sent twice prescribes once. */
export const Prescribe = z.strictObject({ consultationId: z.uuid(), version: z.int().min(1), ...content });
export type Prescribe = z.output<typeof Prescribe>;

export const Revise = z.strictObject({ prescriptionId: z.uuid(), ...content });
export type Revise = z.output<typeof Revise>;

export const DoubleSign = z.strictObject({ prescriptionId: z.uuid(), reason: reason() });
export type DoubleSign = z.output<typeof DoubleSign>;

export const VoidPrescription = z.strictObject({ prescriptionId: z.uuid(), reason: reason() });
export type VoidPrescription = z.output<typeof VoidPrescription>;

/** The lines as they stand on the pad, to be checked before they are signed. `id` is the consultation. */
export const CheckLines = z.strictObject({
  id: z.uuid(),
  items: z.array(item).max(MOST_LINES, "too_many_medicines"),
  validDays: content.validDays,
});
export type CheckLines = z.output<typeof CheckLines>;
