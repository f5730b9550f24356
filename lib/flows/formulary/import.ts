import "server-only";
import { parse } from "csv-parse/sync";
import { importFormulary as takeIn } from "@/lib/commands/formulary/import";
import { type Run, transact } from "@/lib/db/transact";
import { formularyColumns, type ImportFormulary, MedicineFields } from "@/lib/domain/formulary-input";
import { Refusal } from "@/lib/errors";
import { formularyChanges } from "@/lib/queries/admin/formulary";

const MOST_ROWS = 5_000;

/** A line that cannot be taken, with its number, the column, and the code of what is wrong. */
export interface Fault {
  readonly line: number;
  readonly column: string;
  readonly code: string;
}

interface Read {
  readonly rows: readonly MedicineFields[];
  readonly faults: readonly Fault[];
}

/** Reads a table (CSV, UTF-8, the columns of the export in any order): every line, and every fault. Throws `csv_unreadable`. */
function read(file: Uint8Array): Read {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    records = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true }) as never;
  } catch {
    throw new Refusal("csv_unreadable");
  }
  if (records.length === 0) throw new Refusal("csv_unreadable");
  if (records.length > MOST_ROWS) throw new Refusal("too_many_rows", { params: { most: MOST_ROWS } });
  const missing = formularyColumns.filter((column) => !(column in (records[0]?.record ?? {})));
  if (missing.length > 0)
    return { rows: [], faults: missing.map((column) => ({ line: 1, column, code: "column_missing" })) };
  const seen = new Set<string>();
  const rows: MedicineFields[] = [];
  const faults: Fault[] = [];
  for (const { record, info } of records) {
    const parsed = MedicineFields.safeParse(record);
    if (!parsed.success) {
      faults.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          line: info.lines,
          column: path.join("."),
          code: message,
        })),
      );
      continue;
    }
    if (seen.has(parsed.data.code)) faults.push({ line: info.lines, column: "code", code: "code_twice" });
    seen.add(parsed.data.code);
    rows.push(parsed.data);
  }
  return { rows, faults };
}

/** Takes a table in where every line is good; with `dryRun`, or any fault, nothing is written and everything is told. */
export async function importFormulary(run: Run, { file, dryRun }: ImportFormulary) {
  const { rows, faults } = read(file);
  if (faults.length > 0) return { isTaken: false, rows: rows.length, faults, added: 0, changed: 0 };
  if (dryRun) return { isTaken: false, rows: rows.length, faults, ...(await formularyChanges(rows)) };
  return { isTaken: true, rows: rows.length, faults, ...(await transact(run, takeIn, rows)) };
}

export type ImportAnswer = Awaited<ReturnType<typeof importFormulary>>;
