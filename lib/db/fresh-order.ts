import "server-only";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { Refusal } from "@/lib/errors";
import { releaseStock, reserveStock } from "./stock";
import type { Work } from "./transact";

/** Whether an order holds packs that may not be issued any more: R25, a batch that has expired since, or was called back. */
export async function holdsStaleStock(work: Work, orderId: string): Promise<boolean> {
  const today = dateColumn(shanghaiDay(work.now));
  const stale = await work.tx.stockReservation.findFirst({
    where: {
      orderItem: { orderId },
      ...{ releasedAt: null, issuedAt: null },
      batch: { OR: [{ expiresOn: { lte: today } }, { recalledAt: { not: null } }] },
    },
    select: { id: true },
  });
  return stale !== null;
}

/** Promises an order the packs of batches that may be issued, where one it held may not. Throws `out_of_stock` where there are not enough. */
export async function freshenStock(work: Work, orderId: string): Promise<boolean> {
  if (!(await holdsStaleStock(work, orderId))) return false;
  const items = await work.tx.orderItem.findMany({
    where: { orderId, leftOutReason: null },
    select: { id: true, medicineId: true, packs: true },
  });
  await releaseStock(work, orderId);
  await reserveStock(
    work,
    items.map(({ id: orderItemId, medicineId, packs }) => ({ orderItemId, medicineId, packs })),
  );
  return true;
}

/** R25: throws `batch_expired` where an order holds packs that may not be issued any more. */
export async function requireFreshStock(work: Work, orderId: string): Promise<void> {
  if (await holdsStaleStock(work, orderId)) throw new Refusal("batch_expired", { rule: "R25" });
}
