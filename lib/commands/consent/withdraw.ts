import "server-only";
import { lockLink } from "@/lib/db/sql/consent";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { WithdrawConsent } from "@/lib/domain/consent-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

/**
 * Takes back what this account agreed to for a person (PIPL 15): every standing consent of the kind. What is under way goes on to its
 * end, nothing new starts. Throws `conflict` where nothing stands.
 */
export async function withdrawConsent(work: Work, input: WithdrawConsent): Promise<{ withdrawn: number }> {
  authorize(work.actor, "consent.withdraw");
  const { accountId } = asPerson(work.actor);
  const { patientId, kind } = input;
  if (!(await lockLink(work, accountId, patientId))) throw notFound();
  const { count } = await work.tx.consent.updateMany({
    where: { accountId, patientId, withdrawnAt: null, text: { kind } },
    data: { withdrawnAt: work.now },
  });
  if (count === 0) throw conflict();
  work.audit({
    ...{ action: "consent.withdraw", subjectType: "patient", subjectId: patientId, patientId },
    detail: { kind, withdrawn: count },
  });
  return { withdrawn: count };
}
