import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { cardCode } from "@/lib/domain/card-code";
import { maskNumber } from "@/lib/domain/resident-id";

/** The linked card of one of my people as a code to be scanned at the hospital; each look is written down. Null where there is none. */
export async function personsCardCode(actor: Person, now: Date, patientId: string) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: { name: true, cards: { where: { unlinkedAt: null }, select: { cardNumberSealed: true }, take: 1 } },
  });
  const [card] = patient?.cards ?? [];
  if (!patient || !card) return null;
  await recordView(actor, now, { action: "card.show", subjectType: "patient", subjectId: patientId, patientId });
  const cardNumber = unseal(card.cardNumberSealed);
  return { name: patient.name, numberMasked: maskNumber(cardNumber), code: cardCode(cardNumber) };
}
