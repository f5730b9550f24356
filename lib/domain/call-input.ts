import { z } from "zod";

/** Made by the browser, once a tab. */
const tab = z.uuid();

export const StartCall = z.strictObject({ id: z.uuid(), kind: z.enum(["voice", "video"]), tab });
export type StartCall = z.output<typeof StartCall>;

export const AnswerCall = z.strictObject({ id: z.uuid(), tab });
export type AnswerCall = z.output<typeof AnswerCall>;

export const EndCall = z.strictObject({ id: z.uuid() });
export type EndCall = z.output<typeof EndCall>;

/** A session description or an address, as the browser's own JSON. */
export const SignalCall = z.strictObject({ id: z.uuid(), tab, body: z.string().min(2).max(24_000) });
export type SignalCall = z.output<typeof SignalCall>;

/** How consultation `id` stands with its call, and what came after signal `after`. */
export const FollowCall = z.strictObject({
  id: z.uuid(),
  tab,
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});
export type FollowCall = z.output<typeof FollowCall>;
