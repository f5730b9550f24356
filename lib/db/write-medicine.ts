import "server-only";
import { readDoseRanges } from "@/lib/domain/dose-range-text";
import type { MedicineFields } from "@/lib/domain/formulary-input";
import { searchable } from "@/lib/domain/searchable";
import { newId } from "./id";
import type { Work } from "./transact";

/** A medicine as the formulary holds it, for comparing and for the history. */
export interface StoredMedicine extends MedicineFields {
  readonly id: string;
  readonly revision: number;
}

const plain = <Row extends object>(row: Row): Row => JSON.parse(JSON.stringify(row));

/**
 * Writes a medicine by compare-and-set on its revision, with what stood before and after. False: it was changed meanwhile, or
 * the code is taken.
 */
export async function writeMedicine(
  work: Work,
  before: StoredMedicine | null,
  fields: MedicineFields,
  reason: string,
): Promise<string | null> {
  const revision = (before?.revision ?? 0) + 1;
  const { doseRanges, ...columns } = fields;
  const data = { ...columns, pinyin: searchable(fields.nameZh), revision };
  const id = before?.id ?? newId();
  if (before) {
    const { count } = await work.tx.medicine.updateMany({ where: { id, revision: before.revision }, data });
    if (count === 0) return null;
  } else await work.tx.medicine.create({ data: { id, ...data } });
  await work.tx.doseRange.deleteMany({ where: { medicineId: id } });
  await work.tx.doseRange.createMany({
    data: (readDoseRanges(doseRanges) ?? []).map((range) => ({ id: newId(), medicineId: id, ...range })),
  });
  const { id: _, revision: __, ...was } = before ?? { id, revision };
  await work.tx.medicineChange.create({
    data: {
      ...{ id: newId(), medicineId: id, revision, actorId: work.actor.accountId, at: work.now, reason },
      ...{ before: before ? plain(was) : undefined, after: plain(fields) },
    },
  });
  return id;
}
