import "server-only";
import { changesOf } from "@/lib/db/medicine-changes";
import type { Work } from "@/lib/db/transact";
import { writeMedicine } from "@/lib/db/write-medicine";
import type { MedicineFields } from "@/lib/domain/formulary-input";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** Takes a whole table into the formulary, every change with its history, or nothing of it. What the table does not name stays. */
export async function importFormulary(
  work: Work,
  rows: readonly MedicineFields[],
): Promise<{ added: number; changed: number }> {
  authorize(work.actor, "formulary.import");
  const { added, changed } = await changesOf(work.tx, rows);
  for (const fields of added) await writeMedicine(work, null, fields, "import");
  for (const { before, after } of changed) if (!(await writeMedicine(work, before, after, "import"))) throw conflict();
  const counts = { added: added.length, changed: changed.length };
  work.audit({
    action: "formulary.import",
    subjectType: "formulary",
    subjectId: "whole",
    detail: { rows: rows.length, ...counts },
  });
  return counts;
}
