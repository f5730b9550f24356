import "server-only";
import type { Work } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { REVIEW_MINUTES } from "@/lib/domain/prescription";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";

/**
 * A prescription that waits too long for its review is brought before the head pharmacist, once a version. R21: that is all
 * that time does; it never passes by itself.
 */
export async function escalatePrescription(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "prescription.escalate");
  const { count } = await work.tx.prescription.updateMany({
    where: {
      ...{ id, status: "in_review", escalatedAt: null },
      submittedAt: { lte: addMinutes(work.now, -REVIEW_MINUTES) },
    },
    data: { escalatedAt: work.now },
  });
  if (count === 0) throw conflict();
  const [{ number }, heads] = await Promise.all([
    work.tx.prescription.findUniqueOrThrow({ where: { id }, select: { number: true } }),
    work.tx.account.findMany({ where: { role: "head_pharmacist", status: "active" }, select: { id: true } }),
  ]);
  for (const { id: accountId } of heads)
    work.notify({ accountId, kind: "review_overdue", params: { number }, path: `/pharmacist/prescriptions/${id}` });
  work.audit({ action: "prescription.escalate", subjectType: "prescription", subjectId: id });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id } });
}
