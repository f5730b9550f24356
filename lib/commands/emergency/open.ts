import "server-only";
import { newId } from "@/lib/db/id";
import { digest } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { EMERGENCY_MINUTES, type OpenEmergency } from "@/lib/domain/emergency-input";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/**
 * Opens the record of whoever holds a health card, for an hour and without a consultation; everybody who acts for the patient is
 * told. Refuses with `card_not_linked_here` where nobody here has linked that card.
 */
export async function openEmergency(work: Work, input: OpenEmergency): Promise<{ id: string }> {
  authorize(work.actor, "record.break_glass");
  const { accountId: doctorId } = asPerson(work.actor);
  const card = await work.tx.healthCard.findFirst({
    where: { cardNumberDigest: digest("card_number", input.cardNumber), unlinkedAt: null },
    select: {
      patientId: true,
      patient: { select: { links: { where: { endedAt: null }, select: { accountId: true } } } },
    },
  });
  if (!card) throw new Refusal("card_not_linked_here", { fields: { cardNumber: "card_not_linked_here" } });
  const { patientId, patient } = card;
  const id = newId();
  await work.tx.emergencyAccess.create({
    data: {
      ...{ id, patientId, doctorId, reason: input.reason, openedAt: work.now },
      expiresAt: addMinutes(work.now, EMERGENCY_MINUTES),
    },
    select: { id: true },
  });
  work.audit({ action: "record.break_glass", subjectType: "emergency", subjectId: id, patientId });
  for (const { accountId } of patient.links)
    work.notify({ accountId, kind: "record_break_glass", params: {}, path: `/patient/me/privacy/${patientId}/access` });
  return { id };
}
