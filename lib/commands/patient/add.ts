import "server-only";
import { newId } from "@/lib/db/id";
import { linkPerson, type NewLink } from "@/lib/db/link-person";
import { digest, seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { CLAIM_DAYS } from "@/lib/domain/claim";
import { guardianship } from "@/lib/domain/guardian";
import { type AddPatient, identityOf } from "@/lib/domain/patient-input";
import { isSameName } from "@/lib/domain/person-name";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/** What became of it: somebody to act for, or a claim that others decide. */
export interface Added {
  readonly id: string;
  readonly isClaim: boolean;
}

/**
 * Adds a person to the account. Whoever is known already is never linked by knowing name and number alone: where somebody acts for
 * the person, or there is a history, a claim is opened (who acts for the person decides, or the health card proves it, or the hospital).
 * A slip that was given up again, before any card or consultation, is put right. Refusals: `invalid_input` with fields,
 * `too_many_people` (R10), `person_already_added`, `claim_open`, and `identity_not_confirmed`, which tells nothing about what is on file.
 */
export async function addPatient(work: Work, input: AddPatient): Promise<Added> {
  authorize(work.actor, "patient.add");
  const { accountId } = asPerson(work.actor);
  const { idNumber, sex, birthDay } = identityOf(input, shanghaiDay(work.now));
  const birthDate = dateColumn(birthDay);
  const isGuardian = guardianship({ birthDate, relation: input.relation, isGuardian: input.isGuardian }, work.now);
  const link = { accountId, relation: input.relation, isGuardian };
  const idNumberDigest = digest("id_number", idNumber);
  const known = await findKnown(work, accountId, input.idDocument, idNumberDigest);
  const audited = (id: string, isClaim: boolean): Added => {
    work.audit({
      action: "patient.add",
      subjectType: "patient",
      subjectId: id,
      patientId: id,
      detail: { relation: input.relation, idDocument: input.idDocument, isNew: !known, isClaim, isGuardian },
    });
    return { id, isClaim };
  };
  if (!known) {
    const id = newId();
    const idNumberSealed = seal(idNumber);
    const { name, idDocument } = input;
    await work.tx.patient.create({
      data: { id, name, idDocument, idNumberSealed, idNumberDigest, sex, birthDate, createdAt: work.now },
      select: { id: true },
    });
    await linkPerson(work, { ...link, patientId: id });
    return audited(id, false);
  }

  if (known.isHere) throw new Refusal("person_already_added");
  const isSame = isSameName(known.name, input.name) && known.birthDate.getTime() === birthDate.getTime();
  if (!isSame) {
    // Else nobody who mistyped a name and took the person away could ever add him or her again.
    if (known.isHeld || known.hasHistory) throw new Refusal("identity_not_confirmed", { rule: "R5" });
    await work.tx.patient.update({
      where: { id: known.id },
      data: { name: input.name, birthDate, sex },
      select: { id: true },
    });
  }
  if (known.wasHere || !(known.isHeld || known.hasHistory)) {
    await linkPerson(work, { ...link, patientId: known.id });
    return audited(known.id, false);
  }
  await openClaim(work, { ...link, patientId: known.id }, known.holders);
  return audited(known.id, true);
}

async function findKnown(work: Work, accountId: string, idDocument: AddPatient["idDocument"], idNumberDigest: string) {
  const found = await work.tx.patient.findUnique({
    where: { idDocument_idNumberDigest: { idDocument, idNumberDigest } },
    select: {
      ...{ id: true, name: true, birthDate: true },
      links: { select: { accountId: true, endedAt: true } },
      cards: { select: { id: true }, take: 1 },
      consultations: { select: { id: true }, take: 1 },
    },
  });
  if (!found) return null;
  const { links, cards, consultations, ...patient } = found;
  const live = links.filter(({ endedAt }) => endedAt === null).map((link) => link.accountId);
  return {
    ...patient,
    holders: live.filter((holder) => holder !== accountId),
    isHere: live.includes(accountId),
    isHeld: live.some((holder) => holder !== accountId),
    wasHere: links.some((link) => link.accountId === accountId && link.endedAt !== null),
    hasHistory: cards.length + consultations.length > 0,
  };
}

async function openClaim(work: Work, link: NewLink, holders: readonly string[]): Promise<void> {
  const { accountId, patientId } = link;
  const open = await work.tx.patientClaim.count({ where: { accountId, patientId, status: "pending" } });
  if (open > 0) throw new Refusal("claim_open");
  await work.tx.patientClaim.create({
    data: { id: newId(), ...link, createdAt: work.now, dueAt: addDays(work.now, CLAIM_DAYS) },
    select: { id: true },
  });
  for (const holder of holders)
    work.notify({ accountId: holder, kind: "claim_opened", params: {}, path: "/patient/people" });
}
