import "server-only";
import { parse } from "csv-parse/sync";
import type { z } from "zod";
import type { TableFault } from "@/lib/domain/table-fault";
import { Refusal } from "@/lib/errors";

const MOST_ROWS = 5_000;

export interface Table<Row> {
  readonly rows: readonly Row[];
  /** The line of the file that each row stands on. */
  readonly lines: readonly number[];
  readonly faults: readonly TableFault[];
}

/**
 * Reads a table (CSV, UTF-8, these columns in any order) against a schema: every line, and every fault; `keyOf` names what must
 * not stand there twice. Throws `csv_unreadable`, `too_many_rows`.
 */
export function readTable<Schema extends z.ZodType>(
  file: Uint8Array,
  columns: readonly string[],
  schema: Schema,
  keyOf: (row: z.output<Schema>) => string,
): Table<z.output<Schema>> {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    records = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true }) as never;
  } catch {
    throw new Refusal("csv_unreadable");
  }
  if (records.length === 0) throw new Refusal("csv_unreadable");
  if (records.length > MOST_ROWS) throw new Refusal("too_many_rows", { params: { most: MOST_ROWS } });
  const missing = columns.filter((column) => !(column in (records[0]?.record ?? {})));
  if (missing.length > 0)
    return { rows: [], lines: [], faults: missing.map((column) => ({ line: 1, column, code: "column_missing" })) };
  const seen = new Set<string>();
  const rows: z.output<Schema>[] = [];
  const lines: number[] = [];
  const faults: TableFault[] = [];
  for (const { record, info } of records) {
    const line = info.lines;
    const parsed = schema.safeParse(record);
    if (!parsed.success) {
      faults.push(...parsed.error.issues.map(({ path, message }) => ({ line, column: path.join("."), code: message })));
      continue;
    }
    const key = keyOf(parsed.data);
    if (seen.has(key)) faults.push({ line, column: columns[0] ?? "", code: "code_twice" });
    seen.add(key);
    rows.push(parsed.data);
    lines.push(line);
  }
  return { rows, lines, faults };
}
