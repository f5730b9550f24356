import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { SetNotices } from "@/lib/domain/notice-input";
import { noticeGroups } from "@/lib/domain/notice-kinds";
import { authorize } from "@/lib/domain/policy";
import { readClock } from "@/lib/domain/schedule";

/** Which notices go to WeChat or as an SMS, and at which hours none does that can wait. */
export async function setNotices(work: Work, { groups, quietFrom, quietTo }: SetNotices): Promise<void> {
  authorize(work.actor, "notice.set");
  const { accountId } = asPerson(work.actor);
  await work.tx.account.update({
    where: { id: accountId },
    data: {
      mutedGroups: noticeGroups.filter((group) => !groups.includes(group)),
      ...{ quietFrom: readClock(quietFrom ?? ""), quietTo: readClock(quietTo ?? "") },
    },
    select: { id: true },
  });
  work.audit({ action: "notice.set", subjectType: "account", subjectId: accountId });
}
