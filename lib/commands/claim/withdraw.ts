import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { WithdrawClaim } from "@/lib/domain/claim";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** Takes one's own open claim back. */
export async function withdrawClaim(work: Work, { claimId }: WithdrawClaim): Promise<void> {
  authorize(work.actor, "claim.withdraw");
  const { accountId } = asPerson(work.actor);
  const [gone] = await work.tx.patientClaim.updateManyAndReturn({
    where: { id: claimId, accountId, status: "pending" },
    data: { status: "withdrawn", decidedAt: work.now, decidedById: accountId },
    select: { patientId: true },
  });
  if (!gone) throw notFound();
  work.audit({ action: "claim.withdraw", subjectType: "claim", subjectId: claimId, patientId: gone.patientId });
}
