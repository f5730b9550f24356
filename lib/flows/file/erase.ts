import "server-only";
import { thumbKey } from "@/lib/domain/file-input";
import { removeStored } from "@/lib/gateways/storage";

/** Erases the bytes of a picture whose row is gone, large and small. What is gone already is no fault. */
export async function eraseFile(storageKey: string): Promise<void> {
  await removeStored(storageKey);
  await removeStored(thumbKey(storageKey));
}
