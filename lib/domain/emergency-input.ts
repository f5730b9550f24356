import { z } from "zod";
import { cardNumber } from "./patient-input";
import { passage } from "./text-input";

/** A record opened in an emergency closes by itself (`proof` 16: after an hour at most). */
export const EMERGENCY_MINUTES = 60;

const words = (min: number) => passage({ min, max: 300, tooShort: "note_too_short", tooLong: "too_long" });

/** Whose record, and why it cannot wait: the patient and the reviewer read it. */
export const OpenEmergency = z.strictObject({ cardNumber, reason: words(10) });
export type OpenEmergency = z.output<typeof OpenEmergency>;

export const ReviewEmergency = z.strictObject({
  accessId: z.uuid(),
  verdict: z.enum(["justified", "unjustified"], "choose_one"),
  note: words(5),
});
export type ReviewEmergency = z.output<typeof ReviewEmergency>;
