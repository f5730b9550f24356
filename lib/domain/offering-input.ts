import { z } from "zod";
import { isCalendarDay } from "./resident-id";
import { line } from "./text-input";

const whole = (least: number, most: number) =>
  z.coerce.number("number_invalid").int("number_invalid").min(least, "number_invalid").max(most, "number_invalid");
const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean()).default(false);

const MONTH_MINUTES = 43_200;

const terms = {
  /** Yuan as typed; fen afterwards. */
  feeFen: z.coerce
    .number("amount_invalid")
    .min(0.01, "amount_invalid")
    .max(2_000, "amount_invalid")
    .transform((yuan) => Math.round(yuan * 100)),
  acceptMinutes: whole(5, MONTH_MINUTES),
  lengthMinutes: whole(5, MONTH_MINUTES),
  turnLimit: whole(1, 1_000),
  isActive: ticked,
  isRecorded: ticked,
};

export const termFields = Object.keys(terms) as (keyof typeof terms)[];

/** What a service costs and promises, from a day of the hospital on. */
export const SetTerms = z.strictObject({
  offeringId: z.uuid(),
  fromDay: z.string("date_invalid").max(10, "date_invalid").refine(isCalendarDay, "date_invalid"),
  reason: line({ max: 200 }),
  ...terms,
});
export type SetTerms = z.output<typeof SetTerms>;

export const WithdrawTerms = z.strictObject({ termsId: z.uuid() });
export type WithdrawTerms = z.output<typeof WithdrawTerms>;

/** A service that a doctor did not offer before; when it is held, the doctor's own week says. */
export const AddOffering = z.strictObject({
  doctorId: z.uuid(),
  service: z.enum(["consultation", "follow_up"], "choose_one"),
  channel: z.enum(["text", "voice", "video"], "choose_one"),
  feeFen: terms.feeFen,
  reason: line({ max: 200 }),
});
export type AddOffering = z.output<typeof AddOffering>;
