import "server-only";
import { importFormulary as takeIn } from "@/lib/commands/formulary/import";
import { type Run, transact } from "@/lib/db/transact";
import { formularyColumns, type ImportFormulary, MedicineFields } from "@/lib/domain/formulary-input";
import { formularyChanges } from "@/lib/queries/admin/formulary";
import { readTable } from "../table/read";

/** Takes a table in where every line is good; with `dryRun`, or any fault, nothing is written and everything is told. */
export async function importFormulary(run: Run, { file, dryRun }: ImportFormulary) {
  const { rows, faults } = await readTable(file, formularyColumns, MedicineFields, ({ code }) => code);
  if (faults.length > 0) return { isTaken: false, rows: rows.length, faults, added: 0, changed: 0 };
  if (dryRun) return { isTaken: false, rows: rows.length, faults, ...(await formularyChanges(rows)) };
  return { isTaken: true, rows: rows.length, faults, ...(await transact(run, takeIn, rows)) };
}

export type ImportAnswer = Awaited<ReturnType<typeof importFormulary>>;
