import { z } from "zod";

/** Made by the browser, once a tab. */
const tab = z.uuid();

/** Whether one agrees to be recorded; without a word one does not. */
const agreesToRecording = z.boolean().default(false);

export const StartCall = z.strictObject({ id: z.uuid(), kind: z.enum(["voice", "video"]), tab, agreesToRecording });
export type StartCall = z.output<typeof StartCall>;

export const AnswerCall = z.strictObject({ id: z.uuid(), tab, agreesToRecording });
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

/** A piece of a recording: a few seconds of it. */
export const LARGEST_PIECE_BYTES = 4 * 1024 * 1024;
const small = (most: number) => z.coerce.number().int().min(0).max(most);

export const StorePiece = z.strictObject({
  id: z.uuid(),
  segment: small(99),
  index: small(9_999),
  file: z.instanceof(Uint8Array, { error: "file_missing" }).refine(({ byteLength }) => byteLength > 0, "file_empty"),
});
export type StorePiece = z.output<typeof StorePiece>;

export const OpenRecording = z.strictObject({ id: z.uuid(), side: z.enum(["caller", "answerer"]), segment: small(99) });
export type OpenRecording = z.output<typeof OpenRecording>;
