import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** A notice that did not get out is sent once more. Throws `conflict` where nothing of it failed. */
export async function resendNotice(work: Work, { noticeId }: { noticeId: string }): Promise<void> {
  authorize(work.actor, "notice.resend");
  const { count } = await work.tx.noticeDelivery.deleteMany({
    where: { noticeId, status: { in: ["failed", "unreachable"] } },
  });
  if (count === 0) throw conflict();
  await work.tx.outbox.create({
    data: { topic: "wechat", payload: { noticeId }, createdAt: work.now, nextAt: work.now },
    select: { id: true },
  });
  work.audit({ action: "notice.resend", subjectType: "notice", subjectId: noticeId });
}
