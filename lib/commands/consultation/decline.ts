import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { closeConsultation, openConsultationSelect } from "@/lib/db/close-consultation";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import type { DeclineConsultation } from "@/lib/domain/consultation-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The doctor does not take a waiting patient: a coded reason, what to do next (R8), and the whole fee back. */
export async function declineConsultation(work: Work, input: DeclineConsultation): Promise<{ id: string }> {
  authorize(work.actor, "consultation.decline");
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: openConsultationSelect,
  });
  if (!found) throw notFound();
  const { id } = found;
  await closeConsultation(work, found, "decline", { reason: input.reason, advice: input.advice });
  await appendMessage(work, { consultationId: id, kind: "system", body: "declined", params: { reason: input.reason } });
  return { id };
}
