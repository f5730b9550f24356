import "server-only";
import { Readable } from "node:stream";
import type { Run } from "@/lib/db/transact";
import { recordView } from "@/lib/db/view";
import { asPerson } from "@/lib/domain/actor";
import type { OpenReportFile } from "@/lib/domain/report-input";
import { readStored } from "@/lib/gateways/storage";
import { reportFile } from "@/lib/queries/admin/report-files";
import { mediaTypes } from "./make-file";

/** A finished file, for whoever asked for it; that it was taken away is written down. Throws `not_found`. */
export async function openReportFile(run: Run, { id }: OpenReportFile): Promise<Response> {
  const actor = asPerson(run.actor);
  const { storageKey, format, report, since, until, bytes } = await reportFile(actor, id);
  await recordView(actor, run.now, { action: "report.open_file", subjectType: "report_file", subjectId: id });
  const stored = await readStored(storageKey);
  const days = [since, until].map((day) => day.toISOString().slice(0, 10)).join("-to-");
  return new Response(Readable.toWeb(stored) as ReadableStream, {
    headers: {
      "content-type": mediaTypes[format] ?? "application/octet-stream",
      ...(bytes !== null && { "content-length": String(bytes) }),
      "content-disposition": `attachment; filename="${report}-${days}.${format}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
