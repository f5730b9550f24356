import "server-only";
import { storedMedicines } from "@/lib/db/stored-medicine";
import type { Work } from "@/lib/db/transact";
import { writeMedicine } from "@/lib/db/write-medicine";
import type { SaveMedicine } from "@/lib/domain/formulary-input";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** One medicine of the formulary, new or changed, with the reason; what stood before stays in its history. `conflict` where somebody was faster. */
export async function saveMedicine(work: Work, input: SaveMedicine): Promise<{ id: string }> {
  authorize(work.actor, "formulary.save");
  const { revision, reason, ...fields } = input;
  const [before] = await storedMedicines(work.tx, { code: fields.code });
  if ((before?.revision ?? 0) !== revision) throw conflict();
  const id = await writeMedicine(work, before ?? null, fields, reason);
  if (!id) throw conflict();
  work.audit({ action: "formulary.save", subjectType: "medicine", subjectId: id, detail: { code: fields.code } });
  return { id };
}
