import "server-only";
import { draftConfig as keep } from "@/lib/commands/config/draft";
import { type Run, transact } from "@/lib/db/transact";
import {
  type ConfigKindId,
  type ConfigRow,
  configKinds,
  type DraftConfig,
  differences,
  keyOf,
} from "@/lib/domain/config";
import type { TableFault } from "@/lib/domain/table-fault";
import { configRows } from "@/lib/queries/admin/config";
import { carrierCodes, provinceCodes } from "@/lib/queries/admin/delivery-codes";
import { readTable } from "../table/read";

/** What only the books say of a line: a carrier or a province that there is not. */
async function faultsOf(
  kind: ConfigKindId,
  rows: readonly ConfigRow<ConfigKindId>[],
  lines: readonly number[],
): Promise<TableFault[]> {
  if (kind === "holidays" || kind === "phrases") return [];
  const [carriers, provinces] = await Promise.all([carrierCodes(), provinceCodes()]);
  return rows.flatMap((row, index): TableFault[] => {
    const line = lines[index] ?? 0;
    if ("carrier" in row && !carriers.has(row.carrier)) return [{ line, column: "carrier", code: "carrier_unknown" }];
    if ("province" in row && !provinces.has(row.province)) return [{ line, column: "province", code: "area_missing" }];
    return [];
  });
}

/** Reads a table; with `dryRun`, or any fault, nothing is kept and everything is told. Without, it is a draft to be looked at. */
export async function draftConfig(run: Run, { file, kind, dryRun }: DraftConfig) {
  const { columns, row } = configKinds[kind];
  const table = await readTable(file, columns, row, (line) => keyOf(kind, line as object as Record<string, unknown>));
  const rows = table.rows as ConfigRow<ConfigKindId>[];
  const faults = [...table.faults, ...(await faultsOf(kind, rows, table.lines))];
  const changes = differences(kind, await configRows(kind), rows);
  const said = {
    faults: faults.sort((one, other) => one.line - other.line),
    added: changes.filter(({ before }) => before === null).length,
    changed: changes.filter(({ before }) => before !== null).length,
  };
  if (dryRun || faults.length > 0) return { isTaken: false, ...said };
  await transact(run, keep, { kind, rows });
  return { isTaken: true, ...said };
}
