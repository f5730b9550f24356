import { z } from "zod";
import { requestKinds } from "./service-request";
import { passage } from "./text-input";

export const REQUEST_TEXT = { min: 5, max: 1000 } as const;

/** How many requests of one order may wait for an answer at the same time. */
export const MOST_OPEN_REQUESTS = 5;

const asked = passage({ ...REQUEST_TEXT, tooShort: "request_too_short", tooLong: "request_too_long" });
const reply = passage({ max: REQUEST_TEXT.max, tooLong: "request_too_long" });

/** "Request service" on an order (R27). */
export const OpenRequest = z.strictObject({
  orderId: z.uuid(),
  kind: z.enum(requestKinds, "choose_one"),
  body: asked,
});
export type OpenRequest = z.output<typeof OpenRequest>;

/** A further word in a request: the patient's, or the answer of staff. */
export const ReplyToRequest = z.strictObject({ requestId: z.uuid(), body: reply });
export type ReplyToRequest = z.output<typeof ReplyToRequest>;

export const ResolveRequest = z.strictObject({ requestId: z.uuid() });
export type ResolveRequest = z.output<typeof ResolveRequest>;

/** Opened again, with the reason. */
export const ReopenRequest = z.strictObject({ requestId: z.uuid(), body: asked });
