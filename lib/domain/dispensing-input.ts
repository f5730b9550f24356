import { z } from "zod";
import { line } from "./text-input";

const orderId = z.uuid();

/** The last four characters of an ID document. */
export const idTail = z
  .string("id_tail_invalid")
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{4}$/, "id_tail_invalid");

/** The code at the window, or of the packing list. */
export const sixDigits = z
  .string()
  .trim()
  .regex(/^\d{6}$/, "six_digits");

export const MoveOrder = z.strictObject({ orderId });
export type MoveOrder = z.output<typeof MoveOrder>;

/** What was read off the packs, one field a promised batch: a batch number, or a GS1 code with its separators (`pack-code`). */
export const CheckOrder = z.strictObject({
  orderId,
  batches: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(
        z
          .string("required")
          .max(120, "too_long")
          .refine((text) => text.trim() !== "", "required"),
      )
      .min(1, "required")
      .max(30),
  ),
});
export type CheckOrder = z.output<typeof CheckOrder>;

/** Why a line is not dispensed. */
export const leaveOutReasons = ["out_of_stock", "damaged", "recalled", "cannot_be_mailed", "patient_asked"] as const;

export const LeaveOut = z.strictObject({
  orderId,
  orderItemId: z.uuid(),
  reasonCode: z.enum(leaveOutReasons, "choose_one"),
});
export type LeaveOut = z.output<typeof LeaveOut>;

/** More parcels than this are another order. */
const MOST_PARCELS = 5;

/** One tracking number a line: an order may go in several parcels. */
export const ShipOrder = z.strictObject({
  orderId,
  trackingNumbers: z
    .string("required")
    .max(400, "too_long")
    .transform((text) => [
      ...new Set(
        text
          .split(/[\n,，;；]/)
          .map((part) => part.replace(/\s/g, "").toUpperCase())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string().max(40, "tracking_unknown")).min(1, "required").max(MOST_PARCELS, "too_many")),
});
export type ShipOrder = z.output<typeof ShipOrder>;

export const ShelveOrder = z.strictObject({ orderId, shelf: line({ max: 20 }) });
export type ShelveOrder = z.output<typeof ShelveOrder>;

export const HandOverOrder = z.strictObject({
  orderId,
  code: sixDigits,
  /** Of the person who collects it for the patient; empty where the patient came. */
  idTail: z.preprocess((value) => (value === "" ? undefined : value), idTail.optional()),
});
export type HandOverOrder = z.output<typeof HandOverOrder>;
