import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { searchable } from "@/lib/domain/searchable";
import { seedAccounts } from "./accounts";
import { batches } from "./data/batches";
import { carrierRates, remoteAreas } from "./data/carrier-rates";
import { carriers } from "./data/carriers";
import { departments } from "./data/departments";
import { doseRanges } from "./data/dose-ranges";
import { medicines } from "./data/medicines";
import { plainWordsFor } from "./data/plain-words";

/** The demonstration hospital: departments, doctors, formulary, stock, carriers, and people of every role. */
export async function seedDemo(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const departmentRows = departments.map(({ redFlags, ...department }, position) => ({
    id: newId(),
    position,
    ...department,
    pinyin: searchable(department.nameZh),
    commonConditions: [...department.commonConditions],
    hardConditions: [...department.hardConditions],
    redFlagIds: [...redFlags],
  }));
  await tx.department.createMany({ data: departmentRows });
  await seedAccounts(tx, now, new Map(departmentRows.map(({ code, id }) => [code, id])));

  const medicineIds = new Map(medicines.map(({ code }) => [code, newId()]));
  await tx.medicine.createMany({
    data: medicines.map((medicine) => medicineRow(medicine, medicineIds.get(medicine.code))),
  });
  await tx.doseRange.createMany({
    data: doseRanges.map(({ medicine, ...range }) => ({
      id: newId(),
      medicineId: medicineIds.get(medicine) ?? missing(medicine),
      ...range,
    })),
  });
  const stocked = batches.map(({ medicine, expiresInDays, ...batch }) => ({
    id: newId(),
    medicineId: medicineIds.get(medicine) ?? missing(medicine),
    expiresOn: dateColumn(shanghaiDay(addDays(now, expiresInDays))),
    ...batch,
  }));
  await tx.stockBatch.createMany({ data: stocked });
  await tx.stockMovement.createMany({
    data: stocked
      .filter(({ quantity }) => quantity > 0)
      .map(({ id, quantity }) => ({ id: newId(), batchId: id, delta: quantity, reason: "received", at: now })),
  });

  await tx.carrier.createMany({
    data: carriers.map(({ code, nameZh, nameEn, numberPattern, offersCashOnArrival, hasColdChain }) => ({
      code,
      nameZh,
      nameEn,
      numberPattern,
      cashOnArrival: offersCashOnArrival,
      hasColdChain,
    })),
  });
  await tx.remoteArea.createMany({
    data: remoteAreas.map(({ carrier, ...area }) => ({ carrierCode: carrier, ...area })),
  });
  await tx.carrierRate.createMany({
    data: carrierRates.map(({ carrier, province, ...rate }) => ({
      carrierCode: carrier,
      provinceCode: province,
      ...rate,
    })),
  });
}

function medicineRow(medicine: (typeof medicines)[number], id: string | undefined) {
  const { frequency, packUnit, isPrescriptionOnly, mailBlockedReason, ...row } = medicine;
  return {
    ...row,
    id: id ?? missing(medicine.code),
    pinyin: searchable(medicine.nameZh),
    ingredients: [...medicine.ingredients],
    routes: [...medicine.routes],
    usualFrequency: frequency,
    ...plainWordsFor(medicine.atc),
    isMailBlocked: mailBlockedReason !== null,
  };
}

function missing(code: string): never {
  throw new Error(`the seed names ${code}, which it does not define`);
}
