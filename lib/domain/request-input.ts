import { z } from "zod";
import { MOST_REQUEST_PICTURES, requestKinds, requestOutcomes } from "./service-request";
import { passage } from "./text-input";

export const REQUEST_TEXT = { min: 5, max: 1000 } as const;

/** How many requests of one order may wait for an answer at the same time. */
export const MOST_OPEN_REQUESTS = 5;

const pictureIds = z.array(z.uuid()).max(MOST_REQUEST_PICTURES, "too_many_pictures").default([]);

const asked = passage({ ...REQUEST_TEXT, tooShort: "request_too_short", tooLong: "request_too_long" });
const reply = passage({ max: REQUEST_TEXT.max, tooLong: "request_too_long" });

/** "Request service" on an order (R27). */
export const OpenRequest = z.strictObject({
  orderId: z.uuid(),
  kind: z.enum(requestKinds, "choose_one"),
  body: asked,
  pictureIds,
});
export type OpenRequest = z.output<typeof OpenRequest>;

/** The answer of staff. */
export const AnswerRequest = z.strictObject({ requestId: z.uuid(), body: reply });
export type AnswerRequest = z.output<typeof AnswerRequest>;

/** A further word of the patient's. */
export const ReplyToRequest = z.strictObject({ requestId: z.uuid(), body: reply, pictureIds });
export type ReplyToRequest = z.output<typeof ReplyToRequest>;

/** The patient is content. */
export const ResolveRequest = z.strictObject({ requestId: z.uuid() });
export type ResolveRequest = z.output<typeof ResolveRequest>;

/** Settled by staff, with what came of it and a last word to the patient. */
export const CloseRequest = z.strictObject({
  requestId: z.uuid(),
  outcome: z.enum(requestOutcomes, "choose_one"),
  body: reply,
});
export type CloseRequest = z.output<typeof CloseRequest>;

export const TakeRequest = z.strictObject({ requestId: z.uuid() });
export type TakeRequest = z.output<typeof TakeRequest>;

/** What the patient thought of how a settled request was handled. */
export const RateRequest = z.strictObject({
  requestId: z.uuid(),
  stars: z.coerce.number("choose_one").int("choose_one").min(1, "choose_one").max(5, "choose_one"),
});
export type RateRequest = z.output<typeof RateRequest>;

/** Packs that are sent once more for nothing; `orderItemIds` and `packs` run side by side. */
export const SendAgain = z
  .strictObject({
    requestId: z.uuid(),
    orderItemIds: z.array(z.uuid()).min(1, "packs_missing").max(5, "too_many"),
    packs: z
      .array(z.coerce.number("number_invalid").int("number_invalid").min(0, "number_invalid").max(99, "number_invalid"))
      .max(5, "too_many"),
  })
  .refine(
    ({ orderItemIds, packs }) =>
      orderItemIds.length === packs.length &&
      new Set(orderItemIds).size === orderItemIds.length &&
      packs.some((count) => count > 0),
    { path: ["packs"], message: "packs_missing" },
  );
export type SendAgain = z.output<typeof SendAgain>;

/** Opened again, with the reason. */
export const ReopenRequest = z.strictObject({ requestId: z.uuid(), body: asked, pictureIds });
