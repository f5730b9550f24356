import "server-only";
import { applyTerms } from "@/lib/db/apply-terms";
import type { Work } from "@/lib/db/transact";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** The day of planned terms has begun. */
export async function beginTerms(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "offering.sweep");
  const due = await work.tx.offeringTerms.findFirst({
    where: { id, appliedAt: null, withdrawnAt: null, fromDay: { lte: dateColumn(shanghaiDay(work.now)) } },
    select: { offeringId: true },
  });
  if (!due) throw conflict();
  await applyTerms(work, id);
  work.audit({ action: "offering.begin_terms", subjectType: "offering", subjectId: due.offeringId });
}
