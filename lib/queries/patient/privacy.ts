import "server-only";
import { db } from "@/lib/db/client";
import { auditLines } from "@/lib/db/sql/access-log";
import { holdings } from "@/lib/db/sql/holdings";
import { accessEntries } from "@/lib/domain/access-log";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { DeletionOutcome, deletionOutcome, NOBODY } from "@/lib/domain/retention";
import { notFound } from "@/lib/errors";

const PAGE = 40;
const MOST_EMERGENCIES = 5;
const MOST_REQUESTS = 20;
const CURSOR = /^(\d{1,15})\.(\d{1,18})$/;

/** The people whom the account acts for; those whom a doctor treats are not among them. */
const ownPeople = (actor: Person) => ({ links: { some: { accountId: actor.accountId, endedAt: null } } });

/** One of the account's own people by id, and who opened the record in an emergency, the newest first; throws `not_found`. */
export async function ownPerson(actor: Person, id: string) {
  const person = isId(id)
    ? await db().patient.findFirst({
        where: { id, ...ownPeople(actor) },
        select: {
          ...{ id: true, name: true },
          emergencies: {
            orderBy: { openedAt: "desc" },
            take: MOST_EMERGENCIES,
            select: {
              ...{ id: true, openedAt: true, reason: true, verdict: true },
              doctor: { select: { nameZh: true, nameEn: true } },
            },
          },
        },
      })
    : null;
  if (!person) throw notFound();
  return person;
}

/**
 * Who looked at a person's record and why, newest first; `before` is the `next` of the page before. Looking at this list is no
 * look at the record. Throws `not_found`.
 */
export async function accessLog(actor: Person, personId: string, asked: { before?: string; othersOnly: boolean }) {
  const { emergencies, ...person } = await ownPerson(actor, personId);
  const [, ms, id] = CURSOR.exec(asked.before ?? "") ?? [];
  const below = ms && id ? { at: new Date(Number(ms)), id } : null;
  const which = { patientId: person.id, readerId: actor.accountId, below, othersOnly: asked.othersOnly };
  const lines = await auditLines({ ...which, most: PAGE + 1 });
  const last = lines.length > PAGE ? lines[PAGE - 1] : undefined;
  return {
    person,
    emergencies: below ? [] : emergencies,
    entries: accessEntries(lines.slice(0, PAGE)),
    next: last && `${last.at.getTime()}.${last.id}`,
  };
}

/** The account's people, in the order in which they were added, and its requests for deletion with what became of them. */
export async function myPrivacy(actor: Person) {
  const { accountId } = actor;
  const [links, requests] = await Promise.all([
    db().patientLink.findMany({
      where: { accountId, endedAt: null },
      orderBy: { createdAt: "asc" },
      select: { patient: { select: { id: true, name: true } } },
    }),
    db().deletionRequest.findMany({
      where: { accountId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_REQUESTS,
      select: {
        ...{ id: true, status: true, createdAt: true, dueAt: true, decidedAt: true, reason: true, outcome: true },
        patient: { select: { name: true } },
      },
    }),
  ]);
  return {
    people: links.map(({ patient }) => patient),
    requests: requests.map(({ outcome, patient, ...request }) => ({
      ...request,
      name: patient.name === NOBODY ? null : patient.name,
      outcome: DeletionOutcome.safeParse(outcome).data ?? null,
    })),
  };
}

export type MyDeletion = Awaited<ReturnType<typeof myPrivacy>>["requests"][number];

/** What a deletion of one of the account's people would take away and leave, and the request that is open. Throws `not_found`. */
export async function deletionDesk(actor: Person, personId: string) {
  const person = isId(personId)
    ? await db().patient.findFirst({
        where: { id: personId, ...ownPeople(actor) },
        select: {
          ...{ id: true, name: true },
          deletions: {
            where: { accountId: actor.accountId, status: "open" },
            select: { id: true, createdAt: true, dueAt: true },
          },
        },
      })
    : null;
  if (!person) throw notFound();
  const held = await holdings(db(), actor.accountId, person.id);
  const isOnlyPerson = held.otherPeople === 0;
  return {
    person: { id: person.id, name: person.name },
    open: person.deletions[0] ?? null,
    isUnderWay: held.isUnderWay,
    isOnlyPerson,
    outcome: deletionOutcome(held, false),
  };
}
