import { z } from "zod";
import { passage } from "./text-input";

/** Why, in words for the patient. */
export const ProposeTransfer = z.strictObject({
  consultationId: z.uuid(),
  toDoctorId: z.uuid("choose_one"),
  reason: passage({ min: 5, max: 300, tooShort: "note_too_short", tooLong: "too_long" }),
});
export type ProposeTransfer = z.output<typeof ProposeTransfer>;

export const DecideTransfer = z.strictObject({ transferId: z.uuid(), decision: z.enum(["accepted", "declined"]) });
export type DecideTransfer = z.output<typeof DecideTransfer>;
