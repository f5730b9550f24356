import "server-only";
import { z } from "zod";
import { id, moment, text } from "./parts";

const named = z.object({
  id,
  meta: z.object({ versionId: text, lastUpdated: moment }).optional().catch(undefined),
});

const read = (resource: unknown) => named.safeParse(resource).data;

/** The logical id of a resource; null where it has none. */
export const idOf = (resource: unknown): string | null => read(resource)?.id ?? null;

/** The server's number for this version of a resource; null where it does not say. */
export const versionIdOf = (resource: unknown): string | null => read(resource)?.meta?.versionId ?? null;

/** When the server last changed a resource; null where it does not say. */
export const updatedAtOf = (resource: unknown): Date | null => read(resource)?.meta?.lastUpdated ?? null;
