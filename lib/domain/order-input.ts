import { z } from "zod";
import { addressFields } from "./address";
import { idTail } from "./dispensing-input";
import { line } from "./text-input";

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
export const SignForOrder = z.strictObject({ orderId: z.uuid() });

/** Who collects a prepared order for the patient. */
export const NameCollector = z.strictObject({
  orderId: z.uuid(),
  collectorName: line({ min: 2, max: 50, tooShort: "name_too_short" }),
  idTail,
});
export type NameCollector = z.output<typeof NameCollector>;
