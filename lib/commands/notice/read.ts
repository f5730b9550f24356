import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ReadNotices } from "@/lib/domain/notice-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The reader has seen a notice, or all of them up to a moment; seen twice, the first time counts. */
export async function readNotices(work: Work, input: ReadNotices): Promise<{ count: number }> {
  authorize(work.actor, "notice.read");
  const { accountId } = asPerson(work.actor);
  const isOne = "noticeId" in input;
  if (isOne && (await work.tx.notice.count({ where: { id: input.noticeId, accountId } })) === 0) throw notFound();
  const { count } = await work.tx.notice.updateMany({
    where: { accountId, readAt: null, ...(isOne ? { id: input.noticeId } : { at: { lte: new Date(input.until) } }) },
    data: { readAt: work.now },
  });
  work.audit({ action: "notice.read", subjectType: "account", subjectId: accountId, detail: { count } });
  return { count };
}
