import { z } from "zod";
import { passage } from "./text-input";

/** A deletion is decided within so many days (PIPL 50: in time, with reasons). */
export const DECISION_DAYS = 15;

const why = passage({ min: 0, max: 500 });
const reason = passage({ min: 4, max: 500, tooShort: "reason_too_short" });

export const RequestDeletion = z.strictObject({
  patientId: z.uuid(),
  why: why.default(""),
  /** A ticked box of a form; without the tick nothing is sent. */
  closesAccount: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});
export type RequestDeletion = z.output<typeof RequestDeletion>;

export const WithdrawDeletion = z.strictObject({ requestId: z.uuid() });
export type WithdrawDeletion = z.output<typeof WithdrawDeletion>;

/** What an admin answers, with the reason that the applicant reads. */
export const DecideDeletion = z.strictObject({ requestId: z.uuid(), reason });
export type DecideDeletion = z.output<typeof DecideDeletion>;
