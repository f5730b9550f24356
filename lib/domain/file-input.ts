import { z } from "zod";
import { LARGEST_FILE_BYTES, LARGEST_VOICE_BYTES } from "./room-limits";

export const UploadPicture = z.strictObject({
  file: z
    .instanceof(Uint8Array, { error: "file_missing" })
    .refine(({ byteLength }) => byteLength > 0, "file_empty")
    .refine(({ byteLength }) => byteLength <= LARGEST_FILE_BYTES, "file_too_large"),
});
export type UploadPicture = z.output<typeof UploadPicture>;

export const UploadVoice = z.strictObject({
  file: z
    .instanceof(Uint8Array, { error: "not_a_voice" })
    .refine(({ byteLength }) => byteLength > 0, "not_a_voice")
    .refine(({ byteLength }) => byteLength <= LARGEST_VOICE_BYTES, "voice_too_long"),
});
export type UploadVoice = z.output<typeof UploadVoice>;

export const OpenFile = z.strictObject({
  id: z.uuid(),
  /** Shown in the page instead of being saved. */
  inline: z.literal("1").optional(),
  size: z.literal("thumb").optional(),
});
export type OpenFile = z.output<typeof OpenFile>;

/** Where the small version of a stored picture is kept. */
export const thumbKey = (storageKey: string): string => `${storageKey}.thumb`;
