import "server-only";
import type { Work } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { eventWhenDue, NUDGE_MINUTES } from "@/lib/domain/consultation";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** Reminds the doctor of a deadline that is near, once for each; `conflict` where it was met, or the doctor was reminded already. */
export async function nudgeDoctor(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "consultation.nudge");
  const due = await work.tx.consultation.findFirst({
    where: { id, dueAt: { gt: work.now, lte: addMinutes(work.now, NUDGE_MINUTES) } },
    select: { number: true, doctorId: true, status: true, dueAt: true, firstReplyAt: true },
  });
  const event = due && eventWhenDue(due.status, due.firstReplyAt !== null);
  if (!due?.dueAt || !event || event === "lapse") throw conflict();
  const { dueAt } = due;
  const { count } = await work.tx.consultation.updateMany({
    where: { id, dueAt, OR: [{ nudgedFor: null }, { nudgedFor: { not: dueAt } }] },
    data: { nudgedFor: dueAt },
  });
  if (count === 0) throw conflict();
  work.notify({
    accountId: due.doctorId,
    kind: `near_${event}`,
    params: { number: due.number, dueAt: dueAt.toISOString() },
    path: `/doctor/consultations/${id}`,
  });
  work.audit({ action: "consultation.nudge", subjectType: "consultation", subjectId: id, detail: { event } });
}
