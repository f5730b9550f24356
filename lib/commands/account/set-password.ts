import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";

/** A new password: a patient's by the number's code, staff's by the old password. Whatever else is open ends. */
export async function storePassword(work: Work, { passwordHash }: { readonly passwordHash: string }): Promise<void> {
  const verb = work.actor.role === "patient" ? "account.set_password" : "account.change_password";
  authorize(work.actor, verb);
  const { accountId, sessionId } = asPerson(work.actor);
  await work.tx.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } });
  const { count } = await work.tx.session.updateMany({
    where: { accountId, endedAt: null, id: { not: sessionId } },
    data: { endedAt: work.now },
  });
  work.audit({
    action: verb,
    subjectType: "account",
    subjectId: accountId,
    detail: { endedSessions: count },
  });
}
