import "server-only";
import { claimSelect, decideClaim } from "@/lib/db/decide-claim";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The claimant has shown the person's health card: the person is linked, and those who act for him or her are told. */
export async function acceptProof(work: Work, { claimId }: { readonly claimId: string }): Promise<{ id: string }> {
  authorize(work.actor, "claim.prove");
  const { accountId } = asPerson(work.actor);
  const claim = await work.tx.patientClaim.findFirst({
    where: { id: claimId, accountId },
    select: {
      ...claimSelect,
      patient: { select: { links: { where: { endedAt: null }, select: { accountId: true } } } },
    },
  });
  if (!claim) throw notFound();
  await decideClaim(work, claim, "approved", null);
  for (const holder of claim.patient.links)
    work.notify({ accountId: holder.accountId, kind: "claim_proved", params: {}, path: "/patient/people" });
  work.audit({ action: "claim.prove", subjectType: "claim", subjectId: claimId, patientId: claim.patientId });
  return { id: claim.patientId };
}
