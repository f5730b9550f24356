import "server-only";
import { db } from "@/lib/db/client";
import { auditLines } from "@/lib/db/sql/access-log";
import { accessEntries } from "@/lib/domain/access-log";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

const PAGE = 40;
const CURSOR = /^(\d{1,15})\.(\d{1,18})$/;

/** The people whom the account acts for; those whom a doctor treats are not among them. */
const ownPeople = (actor: Person) => ({ links: { some: { accountId: actor.accountId, endedAt: null } } });

/** One of the account's own people by id; throws `not_found`. */
export async function ownPerson(actor: Person, id: string): Promise<{ id: string; name: string }> {
  const person = isId(id)
    ? await db().patient.findFirst({ where: { id, ...ownPeople(actor) }, select: { id: true, name: true } })
    : null;
  if (!person) throw notFound();
  return person;
}

/**
 * Who looked at a person's record and why, newest first; `before` is the `next` of the page before. Looking at this list is no
 * look at the record. Throws `not_found`.
 */
export async function accessLog(actor: Person, personId: string, asked: { before?: string; othersOnly: boolean }) {
  const person = await ownPerson(actor, personId);
  const [, ms, id] = CURSOR.exec(asked.before ?? "") ?? [];
  const below = ms && id ? { at: new Date(Number(ms)), id } : null;
  const which = { patientId: person.id, readerId: actor.accountId, below, othersOnly: asked.othersOnly };
  const lines = await auditLines({ ...which, most: PAGE + 1 });
  const last = lines.length > PAGE ? lines[PAGE - 1] : undefined;
  return {
    person,
    entries: accessEntries(lines.slice(0, PAGE)),
    next: last && `${last.at.getTime()}.${last.id}`,
  };
}

/** The account's people, in the order in which they were added. */
export async function myPrivacy(actor: Person): Promise<{ id: string; name: string }[]> {
  const links = await db().patientLink.findMany({
    where: { accountId: actor.accountId, endedAt: null },
    orderBy: { createdAt: "asc" },
    select: { patient: { select: { id: true, name: true } } },
  });
  return links.map(({ patient }) => patient);
}
