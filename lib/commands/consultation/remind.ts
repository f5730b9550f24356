import "server-only";
import type { Work } from "@/lib/db/transact";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** Tells the patient, once, that the day of the planned follow-up has come; `conflict` where that was said already. */
export async function remindOfFollowUp(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "consultation.remind");
  const { count } = await work.tx.consultation.updateMany({
    where: { id, followUpOn: { lte: dateColumn(shanghaiDay(work.now)) }, followUpToldAt: null },
    data: { followUpToldAt: work.now },
  });
  if (count === 0) throw conflict();
  const { accountId, number, doctorId } = await work.tx.consultation.findUniqueOrThrow({
    where: { id },
    select: { accountId: true, number: true, doctorId: true },
  });
  work.notify({ accountId, kind: "follow_up_due", params: { number }, path: `/patient/doctors/${doctorId}` });
  work.audit({ action: "consultation.remind", subjectType: "consultation", subjectId: id });
}
