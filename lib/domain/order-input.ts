import { z } from "zod";
import { addressFields } from "./address";
import { idTail, sixDigits } from "./dispensing-input";
import { LONGEST_SIGNATURE, signaturePath } from "./signature";
import { line } from "./text-input";

/** A field that may stay empty. */
const orNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

/** R23: how it comes, by whom, and whether the delivery is paid now or to the courier. No amount is the browser's to say. */
export const PlaceOrder = z.discriminatedUnion("fulfilment", [
  z.strictObject({ fulfilment: z.literal("pickup"), prescriptionId: z.uuid() }),
  z.strictObject({
    fulfilment: z.literal("express"),
    prescriptionId: z.uuid(),
    carrierCode: z.string("carrier_missing").regex(/^[a-z0-9]{1,40}$/, "carrier_missing"),
    deliveryPayment: z.enum(["online", "courier"], "choose_one"),
    ...addressFields,
    /** Kept for the next order. */
    keep: z.preprocess((value) => value === "on" || value === true, z.boolean()).default(false),
  }),
]);
export type PlaceOrder = z.output<typeof PlaceOrder>;
export type ExpressOrder = Extract<PlaceOrder, { fulfilment: "express" }>;

export const ChangeAddress = z.strictObject({ orderId: z.uuid(), ...addressFields });
export type ChangeAddress = z.output<typeof ChangeAddress>;

export const CancelOrder = z.strictObject({ orderId: z.uuid() });

/** R26: the patient draws the name, or types the code on the packing list. */
export const SignForOrder = z
  .strictObject({
    orderId: z.uuid(),
    signature: orNothing(z.string().max(LONGEST_SIGNATURE, "too_long").regex(signaturePath, "signature_missing")),
    code: orNothing(sixDigits),
  })
  .refine(({ signature, code }) => signature || code, { path: ["signature"], error: "signature_missing" });
export type SignForOrder = z.output<typeof SignForOrder>;

/** Who collects a prepared order for the patient. */
export const NameCollector = z.strictObject({
  orderId: z.uuid(),
  collectorName: line({ min: 2, max: 50, tooShort: "name_too_short" }),
  idTail,
});
export type NameCollector = z.output<typeof NameCollector>;
