import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { maskNumber } from "@/lib/domain/resident-id";

/** My people, in the order in which they were added; numbers are masked. */
export async function myPeople(actor: Person) {
  const links = await db().patientLink.findMany({
    where: { accountId: actor.accountId, endedAt: null },
    orderBy: { createdAt: "asc" },
    select: {
      relation: true,
      patient: {
        select: {
          id: true,
          name: true,
          sex: true,
          birthDate: true,
          idDocument: true,
          idNumberSealed: true,
          recordFetchedAt: true,
          cards: { where: { unlinkedAt: null }, select: { cardNumberSealed: true }, take: 1 },
        },
      },
    },
  });
  return links.map(({ relation, patient: { idNumberSealed, cards, ...patient } }) => ({
    ...patient,
    relation,
    idNumberMasked: maskNumber(unseal(idNumberSealed)),
    cardNumberMasked: cards[0] ? maskNumber(unseal(cards[0].cardNumberSealed)) : null,
  }));
}

export type MyPerson = Awaited<ReturnType<typeof myPeople>>[number];
