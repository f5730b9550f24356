import "server-only";
import { doseRangesText } from "@/lib/domain/dose-range-text";
import { formularyColumns, type MedicineFields } from "@/lib/domain/formulary-input";
import type { Prisma, Tx } from "./client";
import type { StoredMedicine } from "./write-medicine";

const columns = formularyColumns.filter((column) => column !== "doseRanges");
const select = {
  ...(Object.fromEntries([...columns, "id", "revision"].map((column) => [column, true])) as Record<
    Exclude<keyof StoredMedicine, "doseRanges">,
    true
  >),
  doseRanges: {
    select: {
      ...{ population: true, minAgeMonths: true, maxAgeMonths: true, isPerKg: true },
      ...{ minSingle: true, maxSingle: true, maxDaily: true },
    },
  },
} as const;

type Numbered = "usualDose" | "maxSingleDose" | "maxDailyDose" | "doseRanges";

/** Medicines of the formulary with every field that is edited: numbers as numbers, ranges as their text. */
export async function storedMedicines(
  tx: Pick<Tx, "medicine">,
  where: Prisma.MedicineWhereInput = {},
): Promise<StoredMedicine[]> {
  const rows = await tx.medicine.findMany({ where, orderBy: { code: "asc" }, select });
  return rows.map(({ usualDose, maxSingleDose, maxDailyDose, doseRanges, ...row }) => ({
    ...(row as unknown as Omit<MedicineFields, Numbered> & { id: string; revision: number }),
    ...{ usualDose: usualDose.toNumber(), maxSingleDose: maxSingleDose.toNumber() },
    maxDailyDose: maxDailyDose.toNumber(),
    doseRanges: doseRangesText(
      doseRanges.map(({ minSingle, maxSingle, maxDaily, ...range }) => ({
        ...range,
        ...{ minSingle: minSingle?.toNumber() ?? null, maxSingle: maxSingle.toNumber(), maxDaily: maxDaily.toNumber() },
      })),
    ),
  }));
}
