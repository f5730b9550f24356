import "server-only";
import { holdBatch, moveBatch } from "@/lib/db/stock-batch";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { CountBatch } from "@/lib/domain/stock-input";
import { Refusal } from "@/lib/errors";

/** What was counted on the shelf is what stands in the books from now on. Throws `count_below_promised` where orders are promised more. */
export async function countBatch(work: Work, input: CountBatch): Promise<{ delta: number }> {
  authorize(work.actor, "stock.count");
  const batch = await holdBatch(work, input.batchId);
  const { counted, location, note } = input;
  if (counted < batch.reserved)
    throw new Refusal("count_below_promised", {
      params: { reserved: batch.reserved },
      fields: { counted: "count_below_promised" },
    });
  const delta = counted - batch.quantity;
  await moveBatch(work, batch, delta, { reason: "counted", note });
  if (location) await work.tx.stockBatch.update({ where: { id: batch.id }, data: { location }, select: { id: true } });
  work.audit({ action: "stock.count", subjectType: "batch", subjectId: batch.id, detail: { counted, delta } });
  return { delta };
}
