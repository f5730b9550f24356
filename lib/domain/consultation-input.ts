import { z } from "zod";
import { passage } from "./text-input";
import { closeReasons } from "./vocabulary/close-reasons";

const advice = passage({ min: 4, max: 500, tooShort: "advice_missing" });

/** Reasons for one way of closing, in their order. */
export const reasonsFor = (way: "decline" | "refer_offline") =>
  closeReasons.filter(({ closes }) => closes.some((each) => each === way));

const codesFor = (way: "decline" | "refer_offline") =>
  z.enum(
    reasonsFor(way).map(({ code }) => code),
    "choose_one",
  );

/** A report of the patient's record that is put into the conversation. */
export const ShareReport = z.strictObject({ consultationId: z.uuid(), fhirId: z.string().min(1).max(64) });
export type ShareReport = z.output<typeof ShareReport>;

export const AcceptConsultation = z.strictObject({ consultationId: z.uuid() });
export type AcceptConsultation = z.output<typeof AcceptConsultation>;

export const DeclineConsultation = z.strictObject({ consultationId: z.uuid(), reason: codesFor("decline"), advice });
export type DeclineConsultation = z.output<typeof DeclineConsultation>;

/** Days until the next visit; an empty field plans none. */
const followUpDays = z.preprocess(
  (typed) => (typed === "" ? undefined : typed),
  z.coerce
    .number("number_invalid")
    .int("number_invalid")
    .min(1, "number_invalid")
    .max(365, "number_invalid")
    .optional(),
);

/** The advice is the summary that the patient keeps. */
export const FinishConsultation = z.strictObject({ consultationId: z.uuid(), advice, followUpDays });
export type FinishConsultation = z.output<typeof FinishConsultation>;

/** R8. */
export const ReferOffline = z.strictObject({ consultationId: z.uuid(), reason: codesFor("refer_offline"), advice });
export type ReferOffline = z.output<typeof ReferOffline>;
