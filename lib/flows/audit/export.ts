import "server-only";
import { stringify } from "csv-stringify/sync";
import { type AuditLineFound, auditPage } from "@/lib/db/sql/audit-trail";
import type { Run } from "@/lib/db/transact";
import type { AuditSearch } from "@/lib/domain/audit-search";
import { inert } from "../table/inert";

const PAGE = 1_000;
const columns = [
  ...["number", "at", "staffNo", "staff", "role", "action", "allowed"],
  ...["subjectType", "subjectId", "patient", "detail"],
];

const lineOf = (row: AuditLineFound): string[] =>
  [
    ...[String(row.id), row.at.toISOString(), row.staffNo ?? "", row.nameZh ?? "", row.actorRole],
    ...[row.action, row.isAllowed ? "yes" : "no", row.subjectType, row.subjectId, row.patientName ?? ""],
    JSON.stringify(row.detail),
  ].map(inert);

/** What a search of the audit finds, as CSV, the newest first; read and sent page by page, so that its length does not matter. */
export async function exportAudit(_run: Run, search: AuditSearch): Promise<Response> {
  const text = new TextEncoder();
  let before: string | undefined;
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { rows, next } = await auditPage(search, before, PAGE);
      const lines = rows.map(lineOf);
      controller.enqueue(text.encode(stringify(isFirst ? [columns, ...lines] : lines, { bom: isFirst })));
      [isFirst, before] = [false, next];
      if (next === undefined) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit.csv"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
