import { z } from "zod";
import { doseRangesText, readDoseRanges } from "./dose-range-text";
import { line } from "./text-input";
import { doseUnits } from "./vocabulary/dose-units";
import { forms } from "./vocabulary/forms";
import { frequencies } from "./vocabulary/frequencies";
import { routes } from "./vocabulary/routes";

/** R13's classes, and none. */
export const controlledClasses = [
  ...(["none", "narcotic", "psychotropic_1", "psychotropic_2", "toxic", "radioactive", "precursor"] as const),
] as const;

const codes = <Code extends string>(labels: readonly { readonly code: Code }[]) =>
  z.enum(
    labels.map(({ code }) => code),
    "choose_one",
  );
/** As a box of a form, a cell of a table, or as it is. */
const flag = z.preprocess(
  (value) => value === true || value === "true" || value === "on" || value === "1",
  z.boolean(),
);
/** Several, with semicolons between; as a list too. */
const several = (value: unknown) =>
  typeof value === "string" ? value.split(/[;；]/).map((part) => part.trim()) : value;
const amount = z.coerce
  .number("number_invalid")
  .gt(0, "number_invalid")
  .max(99_999, "number_invalid")
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e3), "number_invalid");
const whole = (most: number, least = 0) =>
  z.coerce.number("number_invalid").int("number_invalid").min(least, "number_invalid").max(most, "number_invalid");
const name = line({ min: 1, max: 120, tooShort: "required" });
const words = line({ min: 0, max: 300 }).default("");

const fields = {
  code: z.string().regex(/^[A-Z0-9-]{1,20}$/, "code_invalid"),
  ...{ nameZh: name, nameEn: name, tradeNameZh: words, tradeNameEn: words },
  ingredients: z.preprocess(
    several,
    z
      .array(line({ min: 1, max: 80, tooShort: "required" }))
      .min(1, "required")
      .max(30),
  ),
  /** Empty where the classification leaves it out (Chinese patent medicines, decoction pieces). */
  atc: z.string().regex(/^([A-Z]\d{2}[A-Z]{2}(\d{2})?)?$/, "atc_invalid"),
  form: codes(forms),
  ...{ strengthZh: name, strengthEn: name },
  doseUnit: codes(doseUnits),
  packSize: whole(100_000, 1),
  ...{ packZh: name, packEn: name },
  /** What a pack weighs, in grams. */
  packGrams: whole(30_000, 1).default(100),
  /** The trade item number of its barcode (GTIN-14; shorter ones are filled up); empty: not known. */
  gtin: z.preprocess(
    (value) =>
      typeof value === "string" ? value.trim().padStart(value.trim() === "" ? 0 : 14, "0") || null : (value ?? null),
    z
      .string("number_invalid")
      .regex(/^\d{14}$/, "number_invalid")
      .nullable(),
  ),
  priceFen: whole(10_000_000, 1),
  routes: z.preprocess(several, z.array(codes(routes)).min(1, "required").max(10)),
  usualDose: amount,
  usualFrequency: codes(frequencies),
  ...{ maxSingleDose: amount, maxDailyDose: amount },
  minAgeMonths: whole(1_500),
  maxCourseDays: z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    whole(366, 1).nullable(),
  ),
  /** The label's ranges, as `dose-range-text` writes them. */
  doseRanges: z
    .string()
    .max(2_000, "too_long")
    .default("")
    .refine((text) => readDoseRanges(text) !== null, "dose_ranges_unreadable")
    .transform((text) => doseRangesText(readDoseRanges(text) ?? [])),
  controlledClass: z.enum(controlledClasses, "choose_one"),
  ...{ isAntimicrobial: flag, isHighAlert: flag, isRefrigerated: flag, isInjection: flag, isGlucoseLowering: flag },
  ...{ isHospitalMade: flag, isTcmPiece: flag, isMailBlocked: flag },
  ...{ storageZh: name, storageEn: name, manufacturerZh: name, licenceNo: name },
  ...{ purposeZh: words, purposeEn: words, avoidZh: words, avoidEn: words },
  isActive: flag,
};

/** The columns of the table that is exported and imported, in this order. */
export const formularyColumns = Object.keys(fields) as readonly (keyof typeof fields)[];

const inOrder = (medicine: { usualDose: number; maxSingleDose: number; maxDailyDose: number }) =>
  medicine.usualDose <= medicine.maxSingleDose && medicine.maxSingleDose <= medicine.maxDailyDose;
const order = { path: ["maxSingleDose"], error: "doses_out_of_order" };

/** A medicine of the formulary, as a form or one line of a table says it. */
export const MedicineFields = z.strictObject(fields).refine(inOrder, order);
export type MedicineFields = z.output<typeof MedicineFields>;

/** `revision` is what the screen showed; 0 for a new one. The reason stays with the change. */
export const SaveMedicine = z
  .strictObject({
    ...fields,
    revision: whole(1_000_000),
    reason: line({ min: 4, max: 200, tooShort: "reason_too_short" }),
  })
  .refine(inOrder, order);
export type SaveMedicine = z.output<typeof SaveMedicine>;

/** A table as CSV. `dryRun` says what would change, and changes nothing. */
export const ImportFormulary = z.strictObject({
  file: z.instanceof(Uint8Array),
  dryRun: z.enum(["true", "false"]).transform((value) => value === "true"),
});
export type ImportFormulary = z.output<typeof ImportFormulary>;

/** The whole formulary, or one that a word is in. */
export const ExportFormulary = z.strictObject({});
