import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { closeConsultation, openConsultationSelect } from "@/lib/db/close-consultation";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { dateColumn, dayAfter, shanghaiDay } from "@/lib/domain/calendar";
import type { FinishConsultation } from "@/lib/domain/consultation-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The doctor ends the conversation with a summary that the patient keeps, and a day for the next visit where one is planned. A prescription under review goes its way. */
export async function finishConsultation(work: Work, input: FinishConsultation): Promise<{ id: string }> {
  authorize(work.actor, "consultation.finish");
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: openConsultationSelect,
  });
  if (!found) throw notFound();
  const { id } = found;
  await closeConsultation(work, found, "finish", { advice: input.advice });
  if (input.followUpDays !== undefined) {
    const followUpOn = dateColumn(dayAfter(shanghaiDay(work.now), input.followUpDays));
    await work.tx.consultation.update({ where: { id }, data: { followUpOn }, select: { id: true } });
  }
  await appendMessage(work, { consultationId: id, kind: "system", body: "finished" });
  return { id };
}
