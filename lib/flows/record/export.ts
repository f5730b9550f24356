import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { recordExport } from "@/lib/commands/record/export";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson, type Person } from "@/lib/domain/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { type CopyFormat, copyName, type ExportRecord } from "@/lib/domain/record-copy";
import { readStored } from "@/lib/gateways/storage";
import { recordCopyParts, recordPictures } from "@/lib/queries/patient/record-copy";
import { jsonCopy } from "./json-copy";
import { readableCopy } from "./readable-copy";
import { type ZipEntry, zip } from "./zip";

const mediaTypes: Record<CopyFormat, string> = {
  readable: "text/html; charset=utf-8",
  json: "application/json",
  pictures: "application/zip",
};

async function* pictures(actor: Person, patientId: string): AsyncGenerator<ZipEntry> {
  for (const { name, createdAt: at, storageKey } of await recordPictures(actor, patientId))
    yield { name, at, bytes: await buffer(await readStored(storageKey)) };
}

async function* bytesOf(copy: AsyncIterable<string | Buffer>): AsyncGenerator<Uint8Array> {
  for await (const piece of copy) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

/**
 * Everything about one of the account's people as a file to save (R31, PIPL 45), written while it is read. It is written down before
 * the first byte leaves. Refusals: `not_found`, `too_many_copies`.
 */
export async function exportRecord(run: Run, input: ExportRecord): Promise<Response> {
  const actor = asPerson(run.actor);
  await transact(run, recordExport, input);
  const { format, patientId, locale } = input;
  const copy = {
    json: () => jsonCopy(recordCopyParts(actor, patientId), run.now),
    readable: () => readableCopy(recordCopyParts(actor, patientId), locale, run.now),
    pictures: () => zip(pictures(actor, patientId)),
  }[format]();
  return new Response(Readable.toWeb(Readable.from(bytesOf(copy))) as ReadableStream, {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename="${copyName(format, shanghaiDay(run.now))}"`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
