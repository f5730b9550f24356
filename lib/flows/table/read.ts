import "server-only";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { z } from "zod";
import type { TableFault } from "@/lib/domain/table-fault";
import { Refusal } from "@/lib/errors";

const MOST_ROWS = 100_000;
/** More faults than anybody reads through. */
const MOST_FAULTS = 500;
const PIECE = 64 * 1024;

export interface Table<Row> {
  readonly rows: readonly Row[];
  /** The line of the file that each row stands on. */
  readonly lines: readonly number[];
  /** In the order of their lines, five hundred at most. */
  readonly faults: readonly TableFault[];
}

/** UTF-8, or what spreadsheets in China save: GB 18030, which holds GBK. */
function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(file);
  }
}

function* pieces(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE);
}

type Line = { record: Record<string, string>; info: { lines: number } };

/**
 * Reads a table (CSV in UTF-8 or GB 18030, these columns in any order) against a schema: every line, and every fault; `keyOf` names what
 * must not stand there twice. It lets other work in between. Throws `csv_unreadable`, `too_many_rows`.
 */
export async function readTable<Schema extends z.ZodType>(
  file: Uint8Array,
  columns: readonly string[],
  schema: Schema,
  keyOf: (row: z.output<Schema>) => string,
  mostRows = MOST_ROWS,
): Promise<Table<z.output<Schema>>> {
  const seen = new Set<string>();
  const rows: z.output<Schema>[] = [];
  const lines: number[] = [];
  const faults: TableFault[] = [];
  let read = 0;
  const unreadable = () => new Refusal("csv_unreadable");
  try {
    const options = { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true };
    for await (const { record, info } of Readable.from(pieces(textOf(file))).pipe(
      parse(options),
    ) as AsyncIterable<Line>) {
      read += 1;
      if (read > mostRows) throw new Refusal("too_many_rows", { params: { most: mostRows } });
      const missing = read === 1 ? columns.filter((column) => !(column in record)) : [];
      if (missing.length > 0)
        return { rows, lines, faults: missing.map((column) => ({ line: 1, column, code: "column_missing" })) };
      const line = info.lines;
      const parsed = schema.safeParse(record);
      if (!parsed.success) {
        faults.push(
          ...parsed.error.issues.map(({ path, message }) => ({ line, column: path.join("."), code: message })),
        );
      } else {
        const key = keyOf(parsed.data);
        if (seen.has(key)) faults.push({ line, column: columns[0] ?? "", code: "code_twice" });
        seen.add(key);
        rows.push(parsed.data);
        lines.push(line);
      }
      if (faults.length >= MOST_FAULTS) break;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable();
  }
  if (read === 0) throw unreadable();
  return { rows, lines, faults };
}
