import { z } from "zod";
import { LONGEST_MESSAGE } from "./room-limits";
import { passage } from "./text-input";

const number = z.int().min(1).max(2_147_483_647);
/** `refSeq`: the message that this one quotes. */
const place = { id: z.uuid(), clientId: z.uuid(), refSeq: number.optional() };
const text = (min: 0 | 1) =>
  passage({ min, max: LONGEST_MESSAGE, tooShort: "message_empty", tooLong: "message_too_long" });

/** What a person says in conversation `id`; `clientId` is made by the browser, once a message. */
export const SendMessage = z.discriminatedUnion("kind", [
  z.strictObject({ ...place, kind: z.literal("text"), body: text(1) }),
  z.strictObject({ ...place, kind: z.literal("image"), body: text(0).default(""), fileId: z.uuid() }),
  z.strictObject({ ...place, kind: z.literal("voice"), body: z.literal("").default(""), fileId: z.uuid() }),
]);
export type SendMessage = z.output<typeof SendMessage>;

export const ReadMessages = z.strictObject({ id: z.uuid(), seq: number });
/** Which of one's own messages is taken back. */
export const RecallMessage = z.strictObject({ id: z.uuid(), seq: number });
export type RecallMessage = z.output<typeof RecallMessage>;
export type ReadMessages = z.output<typeof ReadMessages>;

const seq = z.coerce.number().int().min(0).max(2_147_483_647);

/** Messages after a number (what was missed), or before one (what was said earlier). */
export const ListMessages = z.union([
  z.strictObject({ id: z.uuid(), after: seq }),
  z.strictObject({ id: z.uuid(), before: seq }),
]);
export type ListMessages = z.output<typeof ListMessages>;
