import "server-only";
import { newId } from "@/lib/db/id";
import { moveBatch } from "@/lib/db/stock-batch";
import type { Work } from "@/lib/db/transact";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import type { GoodsIn } from "@/lib/domain/stock-input";
import { Refusal } from "@/lib/errors";

/**
 * Goods that arrived go on the shelf, all or none; a batch that is there grows. R25: throws `goods_expired`; `medicine_unknown`,
 * and `batch_differs` where the same number stands there with another day of expiry.
 */
export async function receiveGoods(work: Work, goods: readonly GoodsIn[]): Promise<{ batches: number }> {
  authorize(work.actor, "stock.receive");
  const today = shanghaiDay(work.now);
  const medicines = await work.tx.medicine.findMany({
    where: { code: { in: goods.map(({ code }) => code) } },
    select: { id: true, code: true },
  });
  const idOf = new Map(medicines.map(({ id, code }) => [code, id]));
  for (const { code, batch: number, expiresOn, packs, location } of goods) {
    const medicineId = idOf.get(code);
    if (!medicineId) throw new Refusal("medicine_unknown", { fields: { code: "medicine_unknown" } });
    if (expiresOn <= today) throw new Refusal("goods_expired", { rule: "R25", fields: { expiresOn: "goods_expired" } });
    const [batch] = await work.tx.$queryRaw<{ id: string }[]>`
      INSERT INTO "StockBatch" ("id", "medicineId", "number", "expiresOn", "quantity", "location")
      VALUES (${newId()}::uuid, ${medicineId}::uuid, ${number}, ${dateColumn(expiresOn)}::date, 0, ${location})
      ON CONFLICT ("medicineId", "number") DO UPDATE SET "location" = COALESCE(NULLIF(EXCLUDED."location", ''), "StockBatch"."location")
        WHERE "StockBatch"."expiresOn" = EXCLUDED."expiresOn" AND "StockBatch"."recalledAt" IS NULL
      RETURNING "id"`;
    if (!batch) throw new Refusal("batch_differs", { fields: { expiresOn: "batch_differs" } });
    await moveBatch(work, batch, packs, { reason: "received" });
  }
  const packs = goods.reduce((sum, row) => sum + row.packs, 0);
  work.audit({
    action: "stock.receive",
    subjectType: "stock",
    subjectId: "goods",
    detail: { batches: goods.length, packs },
  });
  return { batches: goods.length };
}

/** One batch that arrived, from the form. */
export const receiveBatch = (work: Work, goods: GoodsIn): Promise<{ batches: number }> => receiveGoods(work, [goods]);
