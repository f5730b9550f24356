import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** A claim that nobody decided in time has ended, and its claimant is told. */
export async function expireClaim(work: Work, { id: claimId }: { readonly id: string }): Promise<void> {
  authorize(work.actor, "claim.sweep");
  const [gone] = await work.tx.patientClaim.updateManyAndReturn({
    where: { id: claimId, status: "pending", dueAt: { lte: work.now } },
    data: { status: "expired", decidedAt: work.now },
    select: { accountId: true, patientId: true },
  });
  if (!gone) throw conflict();
  work.notify({ accountId: gone.accountId, kind: "claim_expired", params: {}, path: "/patient/people" });
  work.audit({ action: "claim.sweep", subjectType: "claim", subjectId: claimId, patientId: gone.patientId });
}
