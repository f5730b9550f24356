import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";

/** A new password, by somebody who has just shown the number's code. Whatever else is open ends. */
export async function storePassword(work: Work, { passwordHash }: { readonly passwordHash: string }): Promise<void> {
  authorize(work.actor, "account.set_password");
  const { accountId, sessionId } = asPerson(work.actor);
  await work.tx.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } });
  const { count } = await work.tx.session.updateMany({
    where: { accountId, endedAt: null, id: { not: sessionId } },
    data: { endedAt: work.now },
  });
  work.audit({
    action: "account.set_password",
    subjectType: "account",
    subjectId: accountId,
    detail: { endedSessions: count },
  });
}
