import "server-only";
import { holdBatch, moveBatch } from "@/lib/db/stock-batch";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { WriteOff } from "@/lib/domain/stock-input";
import { Refusal } from "@/lib/errors";

/** Packs leave the shelf for good: expired, damaged, recalled. Throws `write_off_too_many` where fewer are free of promises. */
export async function writeOff(work: Work, input: WriteOff): Promise<void> {
  authorize(work.actor, "stock.write_off");
  const batch = await holdBatch(work, input.batchId);
  const { packs, reason } = input;
  const free = batch.quantity - batch.reserved;
  if (packs > free)
    throw new Refusal("write_off_too_many", { params: { free }, fields: { packs: "write_off_too_many" } });
  await moveBatch(work, batch, -packs, {
    reason: "written_off",
    note: [reason, input.note].filter(Boolean).join(": "),
  });
  work.audit({ action: "stock.write_off", subjectType: "batch", subjectId: batch.id, detail: { packs, reason } });
}
