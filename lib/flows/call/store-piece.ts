import "server-only";
import { randomBytes } from "node:crypto";
import { insertPiece, missesPiece } from "@/lib/db/sql/call";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { StorePiece } from "@/lib/domain/call-input";
import { authorize } from "@/lib/domain/policy";
import { recordingType } from "@/lib/domain/recording";
import { notFound, Refusal } from "@/lib/errors";
import { removeStored, storeFile } from "@/lib/gateways/storage";

/**
 * Keeps a few seconds of what this side of a call sent; the same piece again changes nothing. A recording is kept as it came and only ever
 * given away as a download. Refuses with `not_found` where not both agreed, and `not_a_recording` where a segment begins as nothing we know.
 */
export async function storePiece({ actor, now }: Run, { id, segment, index, file }: StorePiece): Promise<{ ok: true }> {
  authorize(actor, "call.record");
  const { accountId } = asPerson(actor);
  const place = { callId: id, accountId, segment, index };
  const isMissing = await missesPiece(place, now);
  if (isMissing === undefined) throw notFound();
  if (!isMissing) return { ok: true };
  if (index === 0 && !recordingType(file)) throw new Refusal("not_a_recording");
  const storageKey = `calls/${randomBytes(24).toString("base64url")}`;
  await storeFile(storageKey, file, "application/octet-stream");
  const isNew = await insertPiece({ ...place, storageKey, bytes: file.byteLength }, now).catch(async (error) => {
    await removeStored(storageKey);
    throw error;
  });
  if (!isNew) await removeStored(storageKey);
  return { ok: true };
}
