import { z } from "zod";
import { reviewPoints } from "./review";
import { passage } from "./text-input";
import { returnReasons } from "./vocabulary/return-reasons";

const prescriptionId = z.uuid();
const reasonCodes = returnReasons.map(({ code }) => code);

export const HoldPrescription = z.strictObject({ prescriptionId });
export type HoldPrescription = z.output<typeof HoldPrescription>;

/** R19: every point is ticked, or it is not approved. */
export const ApprovePrescription = z.strictObject({
  prescriptionId,
  points: z
    .array(z.string())
    .default([])
    .refine((points) => reviewPoints.every(({ code }) => points.includes(code)), "all_points_needed")
    .transform(() => reviewPoints.map(({ code }) => code as string)),
});
export type ApprovePrescription = z.output<typeof ApprovePrescription>;

export const ReturnPrescription = z.strictObject({
  prescriptionId,
  reasonCode: z.enum(reasonCodes, "reason_needed"),
  note: passage({ min: 5, max: 500, tooShort: "note_too_short" }),
});
export type ReturnPrescription = z.output<typeof ReturnPrescription>;

export const RefusePrescription = z.strictObject({
  prescriptionId,
  note: passage({ min: 5, max: 500, tooShort: "note_too_short" }),
});
export type RefusePrescription = z.output<typeof RefusePrescription>;
