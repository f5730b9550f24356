import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";

/**
 * R5: the doctor has just shown the second factor (the edge asks for it) and confirms for this calendar day who he or she is.
 * A second time on the same day changes nothing.
 */
export async function confirmIdentity(work: Work): Promise<void> {
  authorize(work.actor, "account.confirm_identity");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.identityConfirmation.createMany({
    data: { accountId, day: dateColumn(shanghaiDay(work.now)), method: "code", confirmedAt: work.now },
    skipDuplicates: true,
  });
  work.audit({
    action: "account.confirm_identity",
    subjectType: "account",
    subjectId: accountId,
    detail: { isFirst: count === 1 },
  });
}
