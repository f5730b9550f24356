import "server-only";
import { claimSelect, decideClaim } from "@/lib/db/decide-claim";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { DecideClaim } from "@/lib/domain/claim";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** Somebody whose account acts for the person lets a second account of the family in, or not. */
export async function decideFamilyClaim(work: Work, input: DecideClaim): Promise<void> {
  authorize(work.actor, "claim.decide");
  const { accountId } = asPerson(work.actor);
  const claim = await work.tx.patientClaim.findFirst({
    where: {
      id: input.claimId,
      accountId: { not: accountId },
      patient: { links: { some: { accountId, endedAt: null } } },
    },
    select: claimSelect,
  });
  if (!claim) throw notFound();
  await decideClaim(work, claim, input.decision, null);
  work.audit({
    action: "claim.decide",
    subjectType: "claim",
    subjectId: claim.id,
    patientId: claim.patientId,
    detail: { decision: input.decision },
  });
}
