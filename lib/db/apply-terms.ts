import "server-only";
import { conflict } from "@/lib/errors";
import { keepChange } from "./keep-change";
import type { Work } from "./transact";

const termsSelect = {
  ...{ feeFen: true, acceptMinutes: true, lengthMinutes: true, turnLimit: true, isActive: true, isRecorded: true },
} as const;

/** A service takes its new terms over, by compare-and-set on its revision; what stood before stays in its history. */
export async function applyTerms(work: Work, termsId: string): Promise<void> {
  const { offeringId, reason, actorId, ...planned } = await work.tx.offeringTerms.findUniqueOrThrow({
    where: { id: termsId },
    select: { ...termsSelect, offeringId: true, reason: true, actorId: true },
  });
  const { revision, ...before } = await work.tx.offering.findUniqueOrThrow({
    where: { id: offeringId },
    select: { ...termsSelect, revision: true },
  });
  const [taken, changed] = [
    await work.tx.offeringTerms.updateMany({
      where: { id: termsId, appliedAt: null, withdrawnAt: null },
      data: { appliedAt: work.now },
    }),
    await work.tx.offering.updateMany({
      where: { id: offeringId, revision },
      data: { ...planned, revision: revision + 1 },
    }),
  ];
  if (taken.count === 0 || changed.count === 0) throw conflict();
  await keepChange(work, {
    ...{ kind: "offering", thingId: offeringId, revision: revision + 1, reason, before, after: planned },
    by: actorId,
  });
}
