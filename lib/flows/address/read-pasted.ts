import "server-only";
import type { Run } from "@/lib/db/transact";
import { type PastedAddress, readPastedAddress } from "@/lib/domain/pasted-address";
import type { ReadPasted } from "@/lib/domain/saved-address";

/** What is found in a pasted address; nothing is stored. */
export const readPasted = async (_run: Run, { text }: ReadPasted): Promise<PastedAddress> => readPastedAddress(text);
