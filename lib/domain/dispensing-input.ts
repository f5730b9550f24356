import { z } from "zod";
import { line } from "./text-input";

const orderId = z.uuid();

export const MoveOrder = z.strictObject({ orderId });
export type MoveOrder = z.output<typeof MoveOrder>;

/** The numbers read off the packs, one field a reserved batch. */
export const CheckOrder = z.strictObject({
  orderId,
  batches: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(line({ max: 60 }))
      .min(1, "required")
      .max(30),
  ),
});
export type CheckOrder = z.output<typeof CheckOrder>;

export const ShipOrder = z.strictObject({
  orderId,
  trackingNumber: line({ max: 40 }).transform((text) => text.replaceAll(" ", "").toUpperCase()),
});
export type ShipOrder = z.output<typeof ShipOrder>;

export const ShelveOrder = z.strictObject({ orderId, shelf: line({ max: 20 }) });
export type ShelveOrder = z.output<typeof ShelveOrder>;

export const HandOverOrder = z.strictObject({
  orderId,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "six_digits"),
});
export type HandOverOrder = z.output<typeof HandOverOrder>;
