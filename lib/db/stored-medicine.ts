import "server-only";
import { formularyColumns, type MedicineFields } from "@/lib/domain/formulary-input";
import type { Prisma, Tx } from "./client";
import type { StoredMedicine } from "./write-medicine";

const select = Object.fromEntries([...formularyColumns, "id", "revision"].map((column) => [column, true])) as Record<
  keyof StoredMedicine,
  true
>;

/** Medicines of the formulary with every field that is edited: numbers as numbers. */
export async function storedMedicines(
  tx: Pick<Tx, "medicine">,
  where: Prisma.MedicineWhereInput = {},
): Promise<StoredMedicine[]> {
  const rows = await tx.medicine.findMany({ where, orderBy: { code: "asc" }, select });
  return rows.map(({ usualDose, maxSingleDose, maxDailyDose, ...row }) => ({
    ...(row as unknown as Omit<MedicineFields, "usualDose" | "maxSingleDose" | "maxDailyDose"> & {
      id: string;
      revision: number;
    }),
    ...{ usualDose: usualDose.toNumber(), maxSingleDose: maxSingleDose.toNumber() },
    maxDailyDose: maxDailyDose.toNumber(),
  }));
}
