import "server-only";
import { Readable } from "node:stream";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { type OpenFile, thumbKey } from "@/lib/domain/file-input";
import { readStored } from "@/lib/gateways/storage";
import { readableFile } from "@/lib/queries/file/file";

/** A stored file for somebody who may open it: to be saved, or shown where that is asked for; never kept by a cache. */
export async function openFile(run: Run, { id, inline, size }: OpenFile): Promise<Response> {
  const { storageKey, mediaType } = await readableFile(asPerson(run.actor), run.now, id);
  const stored = await readStored(size === "thumb" ? thumbKey(storageKey) : storageKey);
  return new Response(Readable.toWeb(stored) as ReadableStream, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `${inline ? "inline" : "attachment"}; filename="${id}.${mediaType.split("/")[1]}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
