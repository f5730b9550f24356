import "server-only";
import { holdBatch, moveBatch } from "@/lib/db/stock-batch";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import type { InspectReturned } from "@/lib/domain/stock-input";
import { conflict, notFound, Refusal } from "@/lib/errors";

/** R25: packs that came back are looked at; sound ones go to the shelf again, never an expired or recalled batch (`not_restockable`). */
export async function inspectReturned(work: Work, input: InspectReturned): Promise<void> {
  authorize(work.actor, "stock.inspect");
  const { returnedId, outcome, note } = input;
  const returned = await work.tx.returnedPacks.findUnique({
    where: { id: returnedId },
    select: { id: true, batchId: true, packs: true },
  });
  if (!returned) throw notFound();
  const batch = await holdBatch(work, returned.batchId);
  const isGone = batch.recalledAt !== null || batch.expiresOn <= dateColumn(shanghaiDay(work.now));
  if (outcome === "restocked" && isGone) throw new Refusal("not_restockable", { rule: "R25" });
  const { count } = await work.tx.returnedPacks.updateMany({
    where: { id: returnedId, outcome: null },
    data: { outcome, note, decidedAt: work.now, decidedById: asPerson(work.actor).accountId },
  });
  if (count === 0) throw conflict();
  if (outcome === "restocked") await moveBatch(work, batch, returned.packs, { reason: "restocked", note });
  work.audit({
    action: "stock.inspect",
    subjectType: "batch",
    subjectId: batch.id,
    detail: { outcome, packs: returned.packs },
  });
}
