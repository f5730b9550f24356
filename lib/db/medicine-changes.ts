import "server-only";
import { formularyColumns, type MedicineFields } from "@/lib/domain/formulary-input";
import { storedMedicines } from "./stored-medicine";

const isSame = (a: MedicineFields, b: MedicineFields) =>
  formularyColumns.every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]));

/** What a table would change of the formulary as it stands. */
export async function changesOf(tx: Parameters<typeof storedMedicines>[0], rows: readonly MedicineFields[]) {
  const stored = new Map((await storedMedicines(tx)).map((medicine) => [medicine.code, medicine]));
  const added = rows.filter(({ code }) => !stored.has(code));
  const changed = rows.flatMap((after) => {
    const before = stored.get(after.code);
    return before && !isSame(before, after) ? [{ before, after }] : [];
  });
  return { added, changed };
}
