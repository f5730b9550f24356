import { z } from "zod";
import { line, passage } from "./text-input";

/** What the hospital destroys when its years are over; everything else stays with the outpatient record. */
export const destroyableKinds = ["conversation", "sale"] as const;
export type DestroyableKind = (typeof destroyableKinds)[number];

const why = passage({ min: 5, max: 500 });
const id = z.uuid();

/** Asks for what ended before a day to be destroyed. */
export const ProposeDestruction = z.strictObject({
  kind: z.enum(destroyableKinds, "choose_one"),
  before: z.iso.date({ error: "day_invalid", abort: true }),
  reason: why,
});
export type ProposeDestruction = z.output<typeof ProposeDestruction>;

/** Another person's yes or no, or the first one's second thought. */
export const DecideDestruction = z.strictObject({
  id,
  decision: z.enum(["approve", "refuse", "withdraw"], "choose_one"),
  note: z.string().trim().max(500, "too_long").default(""),
});
export type DecideDestruction = z.output<typeof DecideDestruction>;

/** A hold on whoever the consultation or order of this number is about. */
export const PlaceHold = z.strictObject({ thingNumber: line({ max: 40 }), reason: why });
export type PlaceHold = z.output<typeof PlaceHold>;

export const LiftHold = z.strictObject({ id, reason: why });
export type LiftHold = z.output<typeof LiftHold>;
