import "server-only";
import { ordersWithBatch } from "@/lib/db/sql/recalled";
import { holdBatch } from "@/lib/db/stock-batch";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { RecallBatch } from "@/lib/domain/stock-input";
import { conflict } from "@/lib/errors";

/**
 * Calls a batch back: nothing of it is promised or issued any more, and everybody who received packs of it is told. Orders that
 * only hold it are given another batch as they are paid or picked. Throws `conflict` for one that was called back before.
 */
export async function recallBatch(work: Work, { batchId, reason }: RecallBatch): Promise<{ orders: number }> {
  authorize(work.actor, "stock.recall");
  const batch = await holdBatch(work, batchId);
  if (batch.recalledAt) throw conflict();
  await work.tx.stockBatch.update({
    where: { id: batchId },
    data: { recalledAt: work.now, recallReason: reason },
    select: { id: true },
  });
  const orders = await ordersWithBatch(work.tx, batchId);
  for (const { id, number, accountId, patientId } of orders) {
    work.notify({ accountId, kind: "batch_recalled", params: { number }, path: `/patient/orders/${id}` });
    work.audit({ action: "stock.recall_told", subjectType: "order", subjectId: id, patientId });
  }
  work.audit({ action: "stock.recall", subjectType: "batch", subjectId: batchId, detail: { orders: orders.length } });
  return { orders: orders.length };
}
