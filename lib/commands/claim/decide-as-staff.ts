import "server-only";
import { claimSelect, decideClaim } from "@/lib/db/decide-claim";
import type { Work } from "@/lib/db/transact";
import type { DecideClaimAsStaff } from "@/lib/domain/claim";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The hospital decides a claim after looking at papers, with the reason. */
export async function decideClaimAsStaff(work: Work, input: DecideClaimAsStaff): Promise<void> {
  authorize(work.actor, "claim.decide_as_staff");
  const claim = await work.tx.patientClaim.findFirst({ where: { id: input.claimId }, select: claimSelect });
  if (!claim) throw notFound();
  await decideClaim(work, claim, input.decision, input.reason);
  work.audit({
    action: "claim.decide_as_staff",
    subjectType: "claim",
    subjectId: claim.id,
    patientId: claim.patientId,
    detail: { decision: input.decision },
  });
}
