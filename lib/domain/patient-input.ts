import { z } from "zod";
import { Refusal } from "@/lib/errors";
import { isCalendarDay, readResidentId } from "./resident-id";
import { line } from "./text-input";

export const relations = ["self", "child", "spouse", "parent", "other"] as const;
export const idDocuments = ["resident_id", "passport", "birth_certificate"] as const;

const emptyAsMissing = (value: unknown) => (value === "" ? undefined : value);

/** R10: so many people an account acts for. */
export const MOST_PEOPLE = 5;

export const AddPatient = z.strictObject({
  name: line({ min: 2, max: 60, tooShort: "name_too_short" }),
  relation: z.enum(relations, "choose_one"),
  idDocument: z.enum(idDocuments, "choose_one"),
  idNumber: line({ max: 30 }).transform((text) => text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase()),
  /** Asked for where the document's number does not tell. */
  sex: z.preprocess(emptyAsMissing, z.enum(["female", "male"], "choose_one").optional()),
  birthDay: z.preprocess(emptyAsMissing, z.string().refine(isCalendarDay, "date_invalid").optional()),
  /** Ticked by whoever adds a minor: parent or other guardian. */
  isGuardian: z.preprocess((value) => value === "on", z.boolean()).default(false),
});
export type AddPatient = z.output<typeof AddPatient>;

/** Whom the session acts for; without a person, nobody in particular. */
export const ActFor = z.strictObject({ patientId: z.preprocess(emptyAsMissing, z.uuid().optional()) });
export type ActFor = z.output<typeof ActFor>;

/** One of one's own people: to be removed, or whose number is to be shown. */
export const OwnPerson = z.strictObject({ patientId: z.uuid() });
export type OwnPerson = z.output<typeof OwnPerson>;

/** A health card's number as people type it: any width, with blanks or hyphens. */
export const cardNumber = line({ max: 40 })
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase())
  .refine((text) => /^[A-Z0-9]{6,32}$/.test(text), "card_number_invalid");

export const LinkCard = z.strictObject({ patientId: z.uuid(), cardNumber });
export type LinkCard = z.output<typeof LinkCard>;

/** Whose record is to be fetched anew: one of the patient's own people, or somebody the doctor is seeing. */
export const RefreshRecord = z.strictObject({ patientId: z.uuid() });

export interface Identity {
  readonly idNumber: string;
  readonly sex: "female" | "male";
  /** `YYYY-MM-DD`. */
  readonly birthDay: string;
}

const numberForms = {
  passport: { form: /^[A-Z0-9]{5,20}$/, fault: "passport_invalid" },
  birth_certificate: { form: /^[A-Z]\d{9}$/, fault: "birth_certificate_invalid" },
} as const;

const invalid = (fields: Record<string, string>) => new Refusal("invalid_input", { fields });

/**
 * Who the papers say it is (R5). A resident ID tells sex and birth day by itself; for other documents they must be given.
 * `today` is `YYYY-MM-DD` in Asia/Shanghai. Throws `invalid_input` with the fields at fault.
 */
export function identityOf(input: AddPatient, today: string): Identity {
  if (input.idDocument === "resident_id") {
    const read = readResidentId(input.idNumber, today);
    if (!read) throw invalid({ idNumber: "resident_id_invalid" });
    // The number tells both: what was given beside it must agree, and is never put right in silence.
    if (input.birthDay && input.birthDay !== read.birthDay) throw invalid({ birthDay: "birth_day_differs" });
    if (input.sex && input.sex !== read.sex) throw invalid({ sex: "sex_differs" });
    return { idNumber: read.number, sex: read.sex, birthDay: read.birthDay };
  }
  const { idNumber, sex, birthDay } = input;
  const fields: Record<string, string> = {};
  const { form, fault } = numberForms[input.idDocument];
  if (!form.test(idNumber)) fields.idNumber = fault;
  if (!birthDay) fields.birthDay = "required";
  else if (birthDay > today || birthDay < "1900-01-01") fields.birthDay = "date_invalid";
  if (!sex) fields.sex = "choose_one";
  if (!sex || !birthDay || Object.keys(fields).length > 0) throw invalid(fields);
  return { idNumber, sex, birthDay };
}
