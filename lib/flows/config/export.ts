import "server-only";
import { stringify } from "csv-stringify/sync";
import type { Run } from "@/lib/db/transact";
import { configKinds, type ExportConfig } from "@/lib/domain/config";
import { configRows } from "@/lib/queries/admin/config";
import { inert } from "../table/inert";

/** Fen are typed as yuan. */
const AMOUNTS = new Set(["price", "extraKilo", "extra"]);

/** What the tables say now, as the table that can be given back. */
export async function exportConfig(_run: Run, { kind }: ExportConfig): Promise<Response> {
  const { columns } = configKinds[kind];
  const rows = (await configRows(kind)) as unknown as Record<string, string | number | null>[];
  const cell = (column: string, value: string | number | null | undefined) => {
    if (value === null || value === undefined) return "";
    return AMOUNTS.has(column) ? (Number(value) / 100).toFixed(2) : inert(String(value));
  };
  const lines = rows.map((row) => columns.map((column) => cell(column, row[column])));
  return new Response(stringify([[...columns], ...lines], { bom: true }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${kind}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
