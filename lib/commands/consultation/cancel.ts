import "server-only";
import { closeConsultation, openConsultationSelect } from "@/lib/db/close-consultation";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The patient calls a booking off before the doctor accepts: the place is free again, a fee that was paid goes back in full. */
export async function cancelConsultation(work: Work, input: { consultationId: string }): Promise<void> {
  authorize(work.actor, "consultation.cancel");
  const consultation = await work.tx.consultation.findFirst({
    where: { id: input.consultationId, ...scope.consultation(work.actor) },
    select: openConsultationSelect,
  });
  if (!consultation) throw notFound();
  await closeConsultation(work, consultation, "cancel");
}
