import { z } from "zod";
import { line, passage } from "./text-input";
import { redFlags } from "./vocabulary/red-flags";

const whole = (least: number, most: number) =>
  z.coerce.number("number_invalid").int("number_invalid").min(least, "number_invalid").max(most, "number_invalid");

/** Months of age; an empty field is no limit. */
const months = z.preprocess((value) => (value === "" || value === undefined ? null : value), whole(0, 1500).nullable());

/** ICD-10 categories and their parts, one after the other, as they are typed. */
const prefixes = z
  .string()
  .max(4_000, "too_long")
  .transform((text) => [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,，;；、]+/)
        .filter(Boolean),
    ),
  ])
  .refine((codes) => codes.every((code) => /^[A-Z]\d{2}(?:\.\d{1,2})?$/.test(code)), "diagnosis_code_invalid");

const flags = z
  .array(z.enum(redFlags.map(({ id }) => id) as [string, ...string[]], "choose_one"))
  .max(redFlags.length, "too_many")
  .default([]);

const fields = {
  code: line({ max: 40 })
    .transform((text) => text.toLowerCase())
    .refine((text) => /^[a-z0-9][a-z0-9-]*$/.test(text), "department_code_invalid"),
  nameZh: line({ max: 30 }),
  nameEn: line({ max: 60 }),
  introZh: passage({ max: 400 }),
  introEn: passage({ max: 800 }),
  position: whole(1, 999),
  minAgeMonths: months,
  maxAgeMonths: months,
  /** R2: how far back the offline record may lie, in days. */
  recordWindowDays: whole(1, 365),
  /** R1, R3: what is common or chronic here, and what is hard to treat. */
  commonConditions: prefixes,
  hardConditions: prefixes,
  redFlagIds: flags,
  isActive: z.preprocess((value) => value === "on" || value === true, z.boolean()).default(false),
};

export const departmentFields = Object.keys(fields) as (keyof typeof fields)[];

/** A department, new without an id, as an administrator sets it; `revision` is the one that was on the screen. */
export const SaveDepartment = z
  .strictObject({
    id: z.preprocess((value) => (value === "" ? undefined : value), z.uuid().optional()),
    revision: whole(0, 1_000_000),
    reason: line({ max: 200 }),
    ...fields,
  })
  .refine(
    ({ minAgeMonths, maxAgeMonths }) => minAgeMonths === null || maxAgeMonths === null || minAgeMonths <= maxAgeMonths,
    {
      ...{ path: ["maxAgeMonths"], error: "number_invalid" },
    },
  );
export type SaveDepartment = z.output<typeof SaveDepartment>;
