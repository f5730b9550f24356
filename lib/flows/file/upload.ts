import "server-only";
import { randomBytes } from "node:crypto";
import { uploadFile } from "@/lib/commands/file/upload";
import { type Run, transact } from "@/lib/db/transact";
import type { Picture } from "@/lib/domain/conversation";
import { thumbKey, type UploadPicture } from "@/lib/domain/file-input";
import { reencode } from "@/lib/gateways/picture";
import { removeStored, storeFile } from "@/lib/gateways/storage";

/**
 * Draws an uploaded picture anew, stores it under a random key and writes it down. Where it cannot be written down the
 * stored bytes go away again. Throws what `reencode` and `uploadFile` throw.
 */
export async function uploadPicture(run: Run, { file }: UploadPicture): Promise<Picture> {
  const { mediaType, full, thumb, width, height } = await reencode(file);
  const storageKey = `pictures/${randomBytes(24).toString("base64url")}`;
  try {
    await storeFile(storageKey, full, mediaType);
    await storeFile(thumbKey(storageKey), thumb, mediaType);
    return await transact(run, uploadFile, { storageKey, mediaType, bytes: full.byteLength, width, height });
  } catch (error) {
    await Promise.allSettled([removeStored(storageKey), removeStored(thumbKey(storageKey))]);
    throw error;
  }
}
