import "server-only";
import type { Prisma } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

const underWay: Prisma.ConsultationWhereInput = {
  service: "follow_up",
  status: { in: ["awaiting_payment", "waiting", "in_progress"] },
};

/**
 * Takes the card off the person; that it was linked stays on file. Refusals: `card_not_linked`, `card_in_use` while a follow-up that stands
 * on its record is under way (R4).
 */
export async function unlinkCard(work: Work, input: { patientId: string }): Promise<{ id: string }> {
  authorize(work.actor, "card.unlink");
  const patient = await work.tx.patient.findFirst({
    where: { AND: [{ id: input.patientId }, scope.patient(work.actor)] },
    select: {
      id: true,
      cards: { where: { unlinkedAt: null }, select: { id: true }, take: 1 },
      consultations: { where: underWay, select: { id: true }, take: 1 },
    },
  });
  if (!patient) throw notFound();
  const [card] = patient.cards;
  if (!card) throw new Refusal("card_not_linked", { rule: "R4" });
  if (patient.consultations.length > 0) throw new Refusal("card_in_use", { rule: "R4" });
  const { count } = await work.tx.healthCard.updateMany({
    where: { id: card.id, unlinkedAt: null, patient: { consultations: { none: underWay } } },
    data: { unlinkedAt: work.now },
  });
  if (count === 0) throw conflict();
  work.audit({
    ...{ action: "card.unlink", subjectType: "patient", subjectId: patient.id, patientId: patient.id },
    detail: { cardId: card.id },
  });
  return { id: patient.id };
}
