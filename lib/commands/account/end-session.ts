import "server-only";
import type { Work } from "@/lib/db/transact";
import type { EndSession } from "@/lib/domain/account-input";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** Ends one of one's own sessions: its cookie opens nothing from the next request on. */
export async function endOwnSession(work: Work, { sessionId }: EndSession): Promise<void> {
  authorize(work.actor, "account.end_session");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.session.updateMany({
    where: { id: sessionId, accountId, endedAt: null },
    data: { endedAt: work.now },
  });
  if (count === 0) throw notFound();
  work.audit({ action: "account.end_session", subjectType: "account", subjectId: accountId, detail: { count } });
}

/** Ends everything that is open but this. */
export async function endOtherSessions(work: Work): Promise<void> {
  authorize(work.actor, "account.end_session");
  const { accountId, sessionId } = asPerson(work.actor);
  const { count } = await work.tx.session.updateMany({
    where: { accountId, endedAt: null, id: { not: sessionId } },
    data: { endedAt: work.now },
  });
  work.audit({ action: "account.end_session", subjectType: "account", subjectId: accountId, detail: { count } });
}
