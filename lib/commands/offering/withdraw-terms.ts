import "server-only";
import type { Work } from "@/lib/db/transact";
import type { WithdrawTerms } from "@/lib/domain/offering-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

/** What was planned does not come. Throws `conflict` where its day has begun. */
export async function withdrawTerms(work: Work, { termsId }: WithdrawTerms): Promise<void> {
  authorize(work.actor, "offering.set");
  const found = await work.tx.offeringTerms.findUnique({ where: { id: termsId }, select: { offeringId: true } });
  if (!found) throw notFound();
  const { count } = await work.tx.offeringTerms.updateMany({
    where: { id: termsId, appliedAt: null, withdrawnAt: null },
    data: { withdrawnAt: work.now },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "offering.withdraw_terms", subjectType: "offering", subjectId: found.offeringId });
}
