import { z } from "zod";
import { pin } from "./prescription-input";
import { reviewPoints } from "./review";
import { passage } from "./text-input";
import { returnReasons } from "./vocabulary/return-reasons";

const prescriptionId = z.uuid();
/** The version of the content that was on the screen: a decision is about nothing else. */
const seen = z.coerce.number().int().min(1);
const reasonCodes = returnReasons.map(({ code }) => code);

export const HoldPrescription = z.strictObject({ prescriptionId });
export type HoldPrescription = z.output<typeof HoldPrescription>;

/** R19: every point is ticked, or it is not approved. */
export const ApprovePrescription = z.strictObject({
  prescriptionId,
  seen,
  pin,
  points: z
    .array(z.string())
    .default([])
    .refine((points) => reviewPoints.every(({ code }) => points.includes(code)), "all_points_needed")
    .transform(() => reviewPoints.map(({ code }) => code as string)),
});
export type ApprovePrescription = z.output<typeof ApprovePrescription>;

export const ReturnPrescription = z.strictObject({
  prescriptionId,
  seen,
  reasonCode: z.enum(reasonCodes, "reason_needed"),
  note: passage({ min: 5, max: 500, tooShort: "note_too_short" }),
});
export type ReturnPrescription = z.output<typeof ReturnPrescription>;

export const RefusePrescription = z.strictObject({
  prescriptionId,
  seen,
  note: passage({ min: 5, max: 500, tooShort: "note_too_short" }),
});
export type RefusePrescription = z.output<typeof RefusePrescription>;
