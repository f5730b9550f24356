import "server-only";
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { putInForce } from "@/lib/commands/knowledge/put-in-force";
import { addRows, beginTable, tidyTables } from "@/lib/db/sql/load-knowledge";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import {
  type KnowledgeKind,
  type KnowledgeRow,
  knowledgeColumns,
  knowledgeKinds,
  knowledgeRow,
} from "@/lib/domain/knowledge-file";

const AT_ONCE = 5_000;
const MOST_FAULTS = 1_000;

type Line = { readonly cells: Record<string, string>; readonly number: number };

async function* linesOf(file: string): AsyncGenerator<Line> {
  const parser = createReadStream(file).pipe(
    parse({ bom: true, columns: true, trim: true, skip_empty_lines: true, info: true, relax_column_count: true }),
  );
  for await (const { record, info } of parser) yield { cells: record, number: info.lines };
}

/** Every line that cannot be loaded, with its number and what is wrong; a thousand at the most. Reads the file, changes nothing. */
export async function faultsIn(kind: KnowledgeKind, file: string): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let isFirst = true;
  for await (const { cells, number } of linesOf(file)) {
    if (isFirst) {
      const missing = knowledgeColumns[kind].filter((column) => !(column in cells));
      if (missing.length > 0) return [`line 1: the columns ${missing.join(", ")} are missing`];
      isFirst = false;
    }
    const row = knowledgeRow(kind, cells);
    if ("fault" in row) faults.push(`line ${number}: ${row.fault}`);
    else if (seen.has(row.key)) faults.push(`line ${number}: says again what line ${seen.get(row.key)} says`);
    else seen.set(row.key, number);
    if (faults.length >= MOST_FAULTS) return faults;
  }
  return isFirst ? ["the file holds no line"] : faults;
}

/**
 * Loads a hospital's own table as the next of its kind and puts it in force, whole or not at all: it is filled beside the one in
 * force, and takes its place in one transaction at the end. Returns its number and how many rows it has.
 */
export async function loadKnowledge(
  kind: KnowledgeKind,
  file: string,
  name: string,
  now: Date,
): Promise<{ number: number; rows: number }> {
  const table = await beginTable(kind, name, now);
  let batch: KnowledgeRow[] = [];
  let rows = 0;
  const flush = async () => {
    if (batch.length > 0) await addRows(kind, table.id, batch);
    rows += batch.length;
    batch = [];
  };
  for await (const { cells } of linesOf(file)) {
    const row = knowledgeRow(kind, cells);
    if ("fault" in row) throw new Error(row.fault);
    batch.push(row);
    if (batch.length >= AT_ONCE) await flush();
  }
  await flush();
  const run = { actor: systemActor("knowledge"), now };
  await transact(run, putInForce, { kind, number: table.number, rows });
  await tidyTables(kind, table.id);
  return { number: table.number, rows };
}

/** Puts a table that was loaded before in force again. Throws `conflict` where there is none of that number. */
export const returnToTable = (kind: KnowledgeKind, number: number, now: Date): Promise<void> =>
  transact({ actor: systemActor("knowledge"), now }, putInForce, { kind, number });

/** The kind that a word names, or undefined. */
export const kindOf = (word: string | undefined): KnowledgeKind | undefined =>
  knowledgeKinds.find((kind) => kind === word);
