import { z } from "zod";
import { Refusal } from "@/lib/errors";
import { INTAKE_TEXT } from "./booking-limits";
import { ageInMonths, ageInYears } from "./calendar";
import { passage } from "./text-input";

export const sinceUnits = ["days", "weeks", "months", "years"] as const;
export const courses = ["same", "better", "worse", "recurring"] as const;
export const allergyAnswers = ["none", "some"] as const;
export const pregnancyAnswers = ["no", "pregnant", "lactating"] as const;
export const needAnswers = ["no", "yes"] as const;
export const organAnswers = ["none", "liver", "kidney", "both"] as const;

const free = (text: unknown) => (text === "" ? undefined : text);
const lines = z.preprocess(free, passage({ max: INTAKE_TEXT }).optional());
/** A form sends an empty field where nothing was measured. */
const measure = (most: number) =>
  z.preprocess(free, z.coerce.number("bad_number").positive("bad_number").max(most, "bad_number").optional());

/** What is told of an illness beside the free text, as a form sends it; what a person must tell depends on age and sex: `checkIntake`. */
export const Intake = z.strictObject({
  sinceCount: z.coerce.number("since_missing").int("since_missing").min(1, "since_missing").max(99, "since_missing"),
  sinceUnit: z.enum(sinceUnits, "since_missing"),
  course: z.enum(courses, "answer_missing"),
  /** One a line, with the dose as the person knows it. */
  medicines: lines,
  allergies: z.enum(allergyAnswers, "answer_missing"),
  /** To what, and what happened; needed where `allergies` is some. */
  allergyText: lines,
  pregnancy: z.enum(pregnancyAnswers).optional(),
  weightKg: measure(300),
  heightCm: measure(250),
  organs: z.enum(organAnswers, "answer_missing"),
  /** Follow-ups: whether medicine is needed on the same day (R24); with yes the person was told to come, and went on. */
  needsToday: z.enum(needAnswers).optional(),
});
export type Intake = z.output<typeof Intake>;

/** Whom is asked, and for what. */
interface Applicant {
  readonly sex: string;
  readonly birthDate: Date;
  readonly service: string;
}

interface Asked {
  readonly needsToday: boolean;
  readonly pregnancy: boolean;
  readonly measures: "needed" | "wanted" | null;
}

/**
 * Which questions this person is asked: pregnancy of females of 10 to 60 years, weight and height of children under 14 (needed under
 * 12), and with a follow-up, which may end in medicine by mail, whether it is needed today (R24).
 */
export function intakeAsked(person: Applicant, now: Date): Asked {
  const age = ageInYears(person.birthDate, now);
  return {
    needsToday: person.service === "follow_up",
    pregnancy: person.sex === "female" && age >= 10 && age <= 60,
    measures: age >= 14 ? null : age < 12 ? "needed" : "wanted",
  };
}

/**
 * Plausible weight (kg) and height (cm) of a child up to so many completed months. Our own bounds, far
 * outside what is usual at each age: they catch a slip of the hand, not an illness.
 */
const plausible = [
  { months: 1, kg: [0.5, 8], cm: [28, 65] },
  { months: 12, kg: [1.5, 18], cm: [40, 95] },
  { months: 36, kg: [4, 32], cm: [55, 120] },
  { months: 72, kg: [6, 60], cm: [70, 145] },
  { months: 120, kg: [9, 95], cm: [85, 175] },
  { months: 168, kg: [13, 150], cm: [100, 210] },
] as const;

const isWithin = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

/** What is missing or implausible for this person. Returns the intake without what was not asked; throws `intake_incomplete` naming the fields. */
export function checkIntake(intake: Intake, person: Applicant, now: Date): Intake {
  const asked = intakeAsked(person, now);
  const { pregnancy, weightKg, heightCm, allergyText, needsToday, ...rest } = intake;
  const range = plausible.find(({ months }) => ageInMonths(person.birthDate, now) < months);
  const fields: Record<string, string> = {};
  if (intake.allergies === "some" && !allergyText) fields["intake.allergyText"] = "allergies_missing";
  if (asked.pregnancy && !pregnancy) fields["intake.pregnancy"] = "answer_missing";
  if (asked.needsToday && !needsToday) fields["intake.needsToday"] = "answer_missing";
  if (asked.measures === "needed" && weightKg === undefined) fields["intake.weightKg"] = "weight_missing";
  if (asked.measures === "needed" && heightCm === undefined) fields["intake.heightCm"] = "height_missing";
  if (range && weightKg !== undefined && !isWithin(weightKg, range.kg))
    fields["intake.weightKg"] = "weight_implausible";
  if (range && heightCm !== undefined && !isWithin(heightCm, range.cm))
    fields["intake.heightCm"] = "height_implausible";
  if (Object.keys(fields).length > 0) throw new Refusal("intake_incomplete", { fields });
  return {
    ...rest,
    ...(intake.allergies === "some" && { allergyText }),
    ...(asked.pregnancy && { pregnancy }),
    ...(asked.measures && { weightKg, heightCm }),
    ...(asked.needsToday && { needsToday }),
  };
}

/** What a doctor must not overlook, in the order of weight, then the rest; null where a consultation has none (booked before it was asked). */
export function intakeSummary(stored: unknown) {
  const intake = Intake.safeParse(stored).data;
  if (!intake) return null;
  const { allergies, allergyText, pregnancy, organs, ...rest } = intake;
  return {
    alerts: {
      allergies: allergies === "some" ? (allergyText ?? "") : null,
      pregnancy: pregnancy === "pregnant" || pregnancy === "lactating" ? pregnancy : null,
      organs: organs === "none" ? null : organs,
      needsToday: intake.needsToday === "yes",
    },
    ...rest,
    medicines: rest.medicines?.split("\n").filter((line) => line.trim() !== "") ?? [],
  };
}
