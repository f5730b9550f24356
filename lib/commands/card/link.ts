import "server-only";
import { liveConsents } from "@/lib/db/consents";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import { digest, seal } from "@/lib/db/seal";
import { storeRecord } from "@/lib/db/sql/record";
import type { Work } from "@/lib/db/transact";
import { requireConsents } from "@/lib/domain/consent";
import { authorize } from "@/lib/domain/policy";
import type { IncomingRecord } from "@/lib/domain/record";
import { notFound } from "@/lib/errors";

/** A card that the hospital's server has confirmed, and the record behind it. */
export interface ConfirmedCard {
  readonly patientId: string;
  readonly cardNumber: string;
  readonly fhirPatientId: string;
  readonly record: IncomingRecord;
}

/** Links the confirmed card to the person, in place of an earlier one, and stores the offline record (R4). Throws `consent_needed` (R31). */
export async function linkCard(work: Work, card: ConfirmedCard): Promise<{ id: string; entries: number }> {
  authorize(work.actor, "card.link");
  const patient = await work.tx.patient.findFirst({
    where: { id: card.patientId, ...scope.patient(work.actor) },
    select: {
      ...{ id: true, birthDate: true, consents: liveConsents(work.actor, work.now) },
      cards: { where: { unlinkedAt: null }, select: { id: true, cardNumberDigest: true } },
    },
  });
  if (!patient) throw notFound();
  requireConsents("record", patient, work.now);
  const cardNumberDigest = digest("card_number", card.cardNumber);
  const linked = patient.cards[0];
  const isSame = linked?.cardNumberDigest === cardNumberDigest;
  if (linked)
    await work.tx.healthCard.updateMany({
      where: { id: linked.id, unlinkedAt: null },
      data: isSame ? { fhirPatientId: card.fhirPatientId } : { unlinkedAt: work.now },
    });
  if (!isSame)
    await work.tx.healthCard.create({
      data: {
        id: newId(),
        patientId: patient.id,
        cardNumberSealed: seal(card.cardNumber),
        cardNumberDigest,
        fhirPatientId: card.fhirPatientId,
        linkedAt: work.now,
      },
      select: { id: true },
    });
  await storeRecord(work, patient.id, card.record);
  work.audit({
    action: "card.link",
    subjectType: "patient",
    subjectId: patient.id,
    patientId: patient.id,
    detail: { entries: card.record.entries.length, isReplacement: linked !== undefined && !isSame },
  });
  return { id: patient.id, entries: card.record.entries.length };
}
