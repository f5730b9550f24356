import "server-only";
import { notFound } from "@/lib/errors";
import { newId } from "./id";
import type { Work } from "./transact";

export interface HeldBatch {
  readonly id: string;
  readonly medicineId: string;
  readonly number: string;
  readonly quantity: number;
  readonly reserved: number;
  readonly expiresOn: Date;
  readonly recalledAt: Date | null;
}

/** A batch, held until the transaction ends: counting, writing off and dispensing come one after the other. Throws `not_found`. */
export async function holdBatch(work: Work, batchId: string): Promise<HeldBatch> {
  const [batch] = await work.tx.$queryRaw<HeldBatch[]>`
    SELECT "id", "medicineId", "number", "quantity", "reserved", "expiresOn", "recalledAt" FROM "StockBatch"
    WHERE "id" = ${batchId}::uuid FOR UPDATE`;
  if (!batch) throw notFound();
  return batch;
}

/** Changes what stands of a held batch, with the movement that says why. A delta of 0 moves nothing. */
export async function moveBatch(
  work: Work,
  batch: { readonly id: string },
  delta: number,
  why: { readonly reason: "received" | "counted" | "written_off" | "restocked"; readonly note?: string },
): Promise<void> {
  if (delta === 0) return;
  await work.tx.stockBatch.update({
    where: { id: batch.id },
    data: { quantity: { increment: delta } },
    select: { id: true },
  });
  await work.tx.stockMovement.create({
    data: { id: newId(), batchId: batch.id, delta, ...why, actorId: work.actor.accountId, at: work.now },
    select: { id: true },
  });
}
