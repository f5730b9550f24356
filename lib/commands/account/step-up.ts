import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { conflict, Refusal } from "@/lib/errors";

/** How the second factor was shown: the time step of a right code, which serves once, or a passkey that was checked. */
export type Shown = { readonly method: "code"; readonly totpStep: number } | { readonly method: "passkey" };

/** Notes that the second factor was shown in this session. `code_used` where the code has served already. */
export async function recordStepUp(work: Work, shown: Shown): Promise<void> {
  authorize(work.actor, "account.step_up");
  const { accountId, sessionId } = asPerson(work.actor);
  if (shown.method === "code") {
    const { count } = await work.tx.account.updateMany({
      where: { id: accountId, totpLastStep: { lt: shown.totpStep } },
      data: { totpLastStep: shown.totpStep },
    });
    if (count === 0) throw new Refusal("code_used", { fields: { code: "code_used" } });
  }
  const session = await work.tx.session.updateMany({
    where: { id: sessionId, accountId, endedAt: null },
    data: { stepUpAt: work.now },
  });
  if (session.count === 0) throw conflict();
  const { method } = shown;
  work.audit({ action: "account.step_up", subjectType: "account", subjectId: accountId, detail: { method } });
}
