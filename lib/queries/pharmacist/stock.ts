import "server-only";
import { db } from "@/lib/db/client";
import { medicineLike } from "@/lib/db/find-medicine";
import { ordersWithBatch } from "@/lib/db/sql/recalled";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { isId } from "@/lib/domain/id";
import { LOW_PACKS, NEAR_DAYS } from "@/lib/domain/stock";
import { notFound } from "@/lib/errors";

const MOST = 100;

export const stockLists = ["all", "low", "near"] as const;
export type StockList = (typeof stockLists)[number];

/** Medicines of a list: with too few free packs, or with a batch that expires soon (or has, and still stands there). */
async function idsOf(list: StockList, now: Date): Promise<{ id: { in: string[] } } | undefined> {
  if (list === "all") return undefined;
  const today = dateColumn(shanghaiDay(now));
  const rows =
    list === "low"
      ? await db().$queryRaw<{ id: string }[]>`
          SELECT m."id" FROM "Medicine" m LEFT JOIN "StockBatch" b ON b."medicineId" = m."id" AND b."expiresOn" > ${today}::date
            AND b."recalledAt" IS NULL
          WHERE m."isActive" GROUP BY m."id" HAVING COALESCE(sum(b."quantity" - b."reserved"), 0) < ${LOW_PACKS}`
      : await db().$queryRaw<{ id: string }[]>`
          SELECT DISTINCT "medicineId" AS "id" FROM "StockBatch"
          WHERE "quantity" > 0 AND "expiresOn" <= ${addDays(today, NEAR_DAYS)}::date`;
  return { id: { in: rows.map(({ id }) => id) } };
}

/** The shelf by medicine, searched by name, pinyin or ATC; batches that are not empty, by expiry. Two statements at the most. */
export async function stock(search: string, list: StockList, now: Date) {
  return db().medicine.findMany({
    where: { AND: [{ isActive: true }, medicineLike(search), (await idsOf(list, now)) ?? {}] },
    orderBy: { code: "asc" },
    take: MOST,
    select: {
      ...{ id: true, code: true, nameZh: true, nameEn: true, strengthZh: true, strengthEn: true },
      batches: {
        where: { quantity: { gt: 0 } },
        orderBy: { expiresOn: "asc" },
        select: { id: true, number: true, expiresOn: true, quantity: true, reserved: true, recalledAt: true },
      },
    },
  });
}

/** One batch with its movements, the newest first, and every patient who received packs of it. The look is written down. Throws `not_found`. */
export async function stockBatch(actor: Person, now: Date, id: string) {
  const batch = isId(id)
    ? await db().stockBatch.findUnique({
        where: { id },
        select: {
          ...{ id: true, number: true, expiresOn: true, quantity: true, reserved: true, location: true },
          ...{ recalledAt: true, recallReason: true },
          medicine: { select: { code: true, nameZh: true, nameEn: true, strengthZh: true, strengthEn: true } },
          movements: {
            orderBy: [{ at: "desc" }, { id: "desc" }],
            take: MOST,
            select: { id: true, delta: true, reason: true, note: true, at: true },
          },
        },
      })
    : null;
  if (!batch) throw notFound();
  const [receivers] = await Promise.all([
    ordersWithBatch(db(), id),
    recordView(actor, now, { action: "stock.batch_view", subjectType: "batch", subjectId: id }),
  ]);
  return { ...batch, receivers };
}

/** Packs that came back and wait to be looked at, the oldest first. */
export const returnedPacks = () =>
  db().returnedPacks.findMany({
    where: { outcome: null },
    orderBy: { cameBackAt: "asc" },
    take: MOST,
    select: {
      ...{ id: true, packs: true, cameBackAt: true },
      batch: { select: { number: true, expiresOn: true, recalledAt: true } },
      orderItem: {
        select: { medicine: { select: { nameZh: true, nameEn: true } }, order: { select: { id: true, number: true } } },
      },
    },
  });

/** Which of these medicines there are, and their batches by "code number". */
export async function knownGoods(codes: readonly string[]) {
  const medicines = await db().medicine.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, batches: { select: { number: true, expiresOn: true, recalledAt: true } } },
  });
  return {
    codes: new Set(medicines.map(({ code }) => code)),
    batches: new Map(
      medicines.flatMap(({ code, batches }) =>
        batches.map(({ number, expiresOn, recalledAt }) => [
          `${code} ${number}`,
          { expiresOn: expiresOn.toISOString().slice(0, 10), isRecalled: recalledAt !== null },
        ]),
      ),
    ),
  };
}
