import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { MOST_UNSENT } from "@/lib/domain/room-limits";
import { Refusal } from "@/lib/errors";

interface Stored {
  readonly storageKey: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A picture with its size in pixels, or a voice with its length. */
export type StoredFile = Stored & ({ readonly width: number; readonly height: number } | { readonly seconds: number });

/** Writes down what is in the storage: its owner's alone until it is sent with a booking or a message. Returns its id. */
export async function uploadFile(work: Work, stored: StoredFile): Promise<string> {
  authorize(work.actor, "file.upload");
  const { accountId: ownerId } = asPerson(work.actor);
  const unsent = await work.tx.file.count({ where: { ownerId, consultationId: null } });
  if (unsent >= MOST_UNSENT) throw new Refusal("too_many_unsent_pictures", { params: { most: MOST_UNSENT } });
  const id = newId();
  await work.tx.file.create({ data: { id, ownerId, createdAt: work.now, ...stored }, select: { id: true } });
  work.audit({ action: "file.upload", subjectType: "file", subjectId: id, detail: { bytes: stored.bytes } });
  return id;
}
