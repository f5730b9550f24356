import "server-only";
import { db } from "@/lib/db/client";
import { medicineLike } from "@/lib/db/find-medicine";
import { changesOf } from "@/lib/db/medicine-changes";
import { storedMedicines } from "@/lib/db/stored-medicine";
import type { MedicineFields } from "@/lib/domain/formulary-input";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

const MOST = 100;

/** The formulary by code, searched by name, pinyin, ATC or code; a hundred at the most. */
export const formularyList = (search: string) =>
  db().medicine.findMany({
    where: medicineLike(search),
    orderBy: { code: "asc" },
    take: MOST,
    select: {
      ...{ id: true, code: true, nameZh: true, nameEn: true, strengthZh: true, strengthEn: true, atc: true },
      ...{ priceFen: true, isActive: true, controlledClass: true, isDemonstration: true },
    },
  });

/** One medicine with all its fields, and who changed what, the newest first. Throws `not_found`. */
export async function formularyMedicine(id: string) {
  if (!isId(id)) throw notFound();
  const [[medicine], changes] = await Promise.all([
    storedMedicines(db(), { id }),
    db().medicineChange.findMany({
      where: { medicineId: id },
      orderBy: { revision: "desc" },
      take: 50,
      select: { id: true, revision: true, at: true, reason: true, before: true, after: true, actorId: true },
    }),
  ]);
  if (!medicine) throw notFound();
  const actors = await db().account.findMany({
    where: { id: { in: changes.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(actors.map((actor) => [actor.id, actor.displayName]));
  return { medicine, changes: changes.map((change) => ({ ...change, by: nameOf.get(change.actorId ?? "") ?? "" })) };
}

/** Every medicine with every field, as the export writes it. */
export const wholeFormulary = () => storedMedicines(db());

/** How many medicines a table would add, and how many it would change. */
export async function formularyChanges(rows: readonly MedicineFields[]): Promise<{ added: number; changed: number }> {
  const { added, changed } = await changesOf(db(), rows);
  return { added: added.length, changed: changed.length };
}
