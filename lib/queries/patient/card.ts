import "server-only";
import { db } from "@/lib/db/client";
import { liveConsents } from "@/lib/db/consents";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isUnderFourteen } from "@/lib/domain/consent";
import { maskNumber } from "@/lib/domain/resident-id";
import { visitsOf } from "@/lib/domain/visit";
import { stillNeeded } from "./consents";

const VISITS_SHOWN = 5;

/** One of my people with the linked card and, where there is one, what the hospital's record says; null where there is none. */
export async function personsCard(actor: Person, now: Date, patientId: string) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: {
      id: true,
      name: true,
      idDocument: true,
      birthDate: true,
      consents: liveConsents(actor, now),
      idNumberSealed: true,
      recordFetchedAt: true,
      cards: { where: { unlinkedAt: null }, select: { cardNumberSealed: true, linkedAt: true }, take: 1 },
      record: {
        where: { kind: { in: ["encounter", "condition", "allergy"] } },
        select: {
          kind: true,
          fhirId: true,
          occurredAt: true,
          display: true,
          mappedCode: true,
          isActive: true,
          detail: true,
        },
      },
    },
  });
  if (!patient) return null;
  const { cards, record, idNumberSealed, birthDate, consents, ...rest } = patient;
  const [card] = cards;
  if (card)
    await recordView(actor, now, { action: "record.view", subjectType: "patient", subjectId: patientId, patientId });
  const active = (kind: "condition" | "allergy") => [
    ...new Set(record.filter((row) => row.kind === kind && row.isActive).map(({ display }) => display)),
  ];
  return {
    ...rest,
    isChild: isUnderFourteen(birthDate, now),
    /** What must be agreed to before a card is linked or the record fetched (R31). */
    missing: await stillNeeded("record", { birthDate, consents }, now),
    idNumberMasked: maskNumber(unseal(idNumberSealed)),
    card: card && { numberMasked: maskNumber(unseal(card.cardNumberSealed)), linkedAt: card.linkedAt },
    visits: card ? visitsOf(record).slice(0, VISITS_SHOWN) : [],
    conditions: card ? active("condition") : [],
    allergies: card ? active("allergy") : [],
  };
}
