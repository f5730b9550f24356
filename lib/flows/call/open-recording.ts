import "server-only";
import { Readable } from "node:stream";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { OpenRecording } from "@/lib/domain/call-input";
import { recordingType } from "@/lib/domain/recording";
import { readStored } from "@/lib/gateways/storage";
import { recordedPieces } from "@/lib/queries/room/recording";

/** What one end of a call sent, as one file, for those who took part; to be saved, never shown. The look is written down. Throws `not_found`. */
export async function openRecording(run: Run, { id, side, segment }: OpenRecording): Promise<Response> {
  const keys = await recordedPieces(asPerson(run.actor), run.now, {
    callId: id,
    isFromCaller: side === "caller",
    segment,
  });
  const parts = keys.map((key) => () => readStored(key));
  async function* whole() {
    for (const part of parts) yield* await part();
  }
  const stream = whole();
  const first = await stream.next();
  const start: Uint8Array = first.value ?? new Uint8Array();
  async function* again() {
    yield start;
    yield* stream;
  }
  return new Response(Readable.toWeb(Readable.from(again())) as ReadableStream, {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${id}-${side}-${segment + 1}.${recordingType(start) ?? "bin"}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
