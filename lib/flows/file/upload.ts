import "server-only";
import { randomBytes } from "node:crypto";
import { type StoredFile, uploadFile } from "@/lib/commands/file/upload";
import { type Run, transact } from "@/lib/db/transact";
import type { Picture, Voice } from "@/lib/domain/conversation";
import { thumbKey, type UploadPicture, type UploadVoice } from "@/lib/domain/file-input";
import { LONGEST_VOICE_SECONDS } from "@/lib/domain/room-limits";
import { asWav, lengthOf, samplesIn } from "@/lib/domain/wav";
import { Refusal } from "@/lib/errors";
import { reencode } from "@/lib/gateways/picture";
import { removeStored, storeFile } from "@/lib/gateways/storage";

/**
 * Draws an uploaded picture anew, stores it under a random key and writes it down. Throws what `reencode` and `uploadFile`
 * throw.
 */
export async function uploadPicture(run: Run, { file }: UploadPicture): Promise<Picture> {
  const { mediaType, full, thumb, width, height } = await reencode(file);
  const storageKey = `pictures/${randomBytes(24).toString("base64url")}`;
  const parts = new Map([
    [storageKey, full],
    [thumbKey(storageKey), thumb],
  ]);
  const id = await kept(run, { storageKey, mediaType, bytes: full.byteLength, width, height }, parts);
  return { id, width, height };
}

/**
 * Keeps the samples of a recorded voice, and nothing else of its file, under a random key. Throws `not_a_voice`,
 * `voice_too_short`, `voice_too_long` and what `uploadFile` throws.
 */
export async function uploadVoice(run: Run, { file }: UploadVoice): Promise<Voice> {
  const samples = samplesIn(file);
  if (!samples) throw new Refusal("not_a_voice");
  const seconds = Math.round(lengthOf(samples));
  if (seconds < 1) throw new Refusal("voice_too_short");
  if (seconds > LONGEST_VOICE_SECONDS) throw new Refusal("voice_too_long");
  const storageKey = `voices/${randomBytes(24).toString("base64url")}`;
  const bytes = asWav(samples);
  const stored = { storageKey, mediaType: "audio/wav", bytes: bytes.byteLength, seconds };
  return { id: await kept(run, stored, new Map([[storageKey, bytes]])), seconds };
}

/** Where it cannot be written down the stored bytes go away again. */
async function kept(run: Run, stored: StoredFile, parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  try {
    for (const [key, bytes] of parts) await storeFile(key, bytes, stored.mediaType);
    return await transact(run, uploadFile, stored);
  } catch (error) {
    await Promise.allSettled([...parts.keys()].map(removeStored));
    throw error;
  }
}
