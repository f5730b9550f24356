import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { conflict, Refusal } from "@/lib/errors";

/**
 * Notes that the second factor was shown in this session. `totpStep` is the time step of the right code, which serves once:
 * `code_used` where it has served already.
 */
export async function recordStepUp(work: Work, { totpStep }: { readonly totpStep: number }): Promise<void> {
  authorize(work.actor, "account.step_up");
  const { accountId, sessionId } = asPerson(work.actor);
  const { count } = await work.tx.account.updateMany({
    where: { id: accountId, totpLastStep: { lt: totpStep } },
    data: { totpLastStep: totpStep },
  });
  if (count === 0) throw new Refusal("code_used", { fields: { code: "code_used" } });
  const session = await work.tx.session.updateMany({
    where: { id: sessionId, accountId, endedAt: null },
    data: { stepUpAt: work.now },
  });
  if (session.count === 0) throw conflict();
  work.audit({ action: "account.step_up", subjectType: "account", subjectId: accountId, detail: { method: "code" } });
}
