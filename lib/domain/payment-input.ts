import { z } from "zod";

/** What is to be paid; the amount is never the browser's to say. */
export const BeginPayment = z.discriminatedUnion("purpose", [
  z.strictObject({ purpose: z.literal("consultation_fee"), consultationId: z.uuid() }),
  z.strictObject({ purpose: z.literal("medicine"), orderId: z.uuid() }),
  z.strictObject({ purpose: z.literal("delivery"), orderId: z.uuid() }),
]);
export type BeginPayment = z.output<typeof BeginPayment>;

export const RefreshPayment = z.strictObject({ paymentId: z.uuid() });
