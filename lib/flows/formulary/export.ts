import "server-only";
import { stringify } from "csv-stringify/sync";
import { formularyColumns } from "@/lib/domain/formulary-input";
import { wholeFormulary } from "@/lib/queries/admin/formulary";
import { inert } from "../table/inert";

const cell = (value: unknown): string => {
  if (Array.isArray(value)) return value.join("; ");
  return typeof value === "string" ? inert(value) : String(value ?? "");
};

/** The whole formulary as CSV (UTF-8 with its mark, for spreadsheets): the same columns that an import reads. */
export async function exportFormulary(): Promise<Response> {
  const rows = (await wholeFormulary()).map((medicine) => formularyColumns.map((column) => cell(medicine[column])));
  return new Response(stringify([[...formularyColumns], ...rows], { bom: true }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="formulary.csv"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
