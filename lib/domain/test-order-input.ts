import { z } from "zod";
import { passage } from "./text-input";
import { followUpTests } from "./vocabulary/tests";

/** A test that the doctor wants done by a day, with what the patient has to know. */
export const OrderTest = z.strictObject({
  consultationId: z.uuid(),
  code: z.enum(
    followUpTests.map(({ code }) => code),
    "choose_one",
  ),
  dueOn: z.iso.date("day_invalid"),
  instructions: passage({ min: 0, max: 300, tooShort: "required" }).default(""),
});
export type OrderTest = z.output<typeof OrderTest>;

export const CancelTest = z.strictObject({ testOrderId: z.uuid() });
export type CancelTest = z.output<typeof CancelTest>;
