import "server-only";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { type AuditRow, GENESIS, isWhole, linkHash } from "../audit-mac";
import { db, type Tx } from "../client";

/** Rows that are linked in one transaction, and read at a time when the chain is walked. */
const BATCH = 1_000;
/** Ids are given before they are committed: so many of the last are looked through again for one that came late. */
const LATE = 10_000;
const LOCK = 7_311_016;

interface Stored {
  readonly id: bigint;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly patientId: string | null;
  readonly isAllowed: boolean;
  readonly detail: AuditRow["detail"];
  readonly mac: string;
}

const rowOf = (stored: Stored): AuditRow => {
  const { at, actorId, actorRole, action, subjectType, subjectId, patientId, isAllowed, detail } = stored;
  return { at: at.toISOString(), actorId, actorRole, action, subjectType, subjectId, patientId, isAllowed, detail };
};

async function linkBatch(tx: Tx): Promise<number> {
  // Two workers take turns.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
  const last = await tx.auditLink.findFirst({ orderBy: { seq: "desc" } });
  const waiting = await tx.$queryRaw<Stored[]>`
    SELECT e."id", e."at", e."actorId", e."actorRole", e."action", e."subjectType", e."subjectId", e."patientId", e."isAllowed",
      e."detail", e."mac"
    FROM "AuditEvent" e
    WHERE e."id" > (SELECT COALESCE(max("eventId"), 0) - ${LATE} FROM "AuditLink")
      AND NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."eventId" = e."id")
    ORDER BY e."id" LIMIT ${BATCH}`;
  let [seq, hash] = [last?.seq ?? 0n, last?.hash ?? GENESIS];
  const links = waiting.map((event) => {
    seq += 1n;
    hash = linkHash(seq, hash, event.id, rowOf(event), event.mac);
    return { seq, eventId: event.id, hash };
  });
  if (links.length > 0) await tx.auditLink.createMany({ data: links });
  return links.length;
}

/** Links what was written since, in batches. Returns how many rows. */
export async function sealAudit(): Promise<number> {
  for (let sealed = 0; ; ) {
    const count = await db().$transaction(linkBatch);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

/** Notes how far the chain reached, once for each day that is over; the anchor, null where there is nothing new to note. */
export async function anchorAudit(now: Date): Promise<{ day: string; seq: bigint; hash: string } | null> {
  const last = await db().auditLink.findFirst({ orderBy: { seq: "desc" } });
  if (!last) return null;
  const day = addDays(dateColumn(shanghaiDay(now)), -1);
  const { count } = await db().auditAnchor.createMany({
    data: { day, seq: last.seq, hash: last.hash, at: now },
    skipDuplicates: true,
  });
  return count === 0 ? null : { day: day.toISOString().slice(0, 10), seq: last.seq, hash: last.hash };
}

/** What is wrong at a place of the chain. */
export type AuditFaultKind =
  | "row_missing"
  | "row_changed"
  | "link_missing"
  | "link_changed"
  | "anchor_missed"
  | "not_linked";
export interface AuditFault {
  readonly kind: AuditFaultKind;
  readonly seq: bigint | null;
  readonly eventId: bigint | null;
}

type Linked = { seq: bigint; hash: string; linkedId: bigint } & { [Name in keyof Stored]: Stored[Name] | null };

const page = (after: bigint) => db().$queryRaw<Linked[]>`
  SELECT l."seq", l."hash", l."eventId" AS "linkedId", e."id", e."at", e."actorId", e."actorRole", e."action", e."subjectType",
    e."subjectId", e."patientId", e."isAllowed", e."detail", e."mac"
  FROM "AuditLink" l LEFT JOIN "AuditEvent" e ON e."id" = l."eventId"
  WHERE l."seq" > ${after} ORDER BY l."seq" LIMIT ${BATCH}`;

const isFound = (linked: Linked): linked is Linked & Stored => linked.id !== null;

/** Faults beyond this are not listed: the chain is broken. */
const MOST_FAULTS = 100;
/** A row that is not linked after so long was not written by the application, or no worker runs. */
const LINKED_WITHIN_MS = 120_000;

/**
 * Walks the chain from its first link: every row as it was written, every link bound to the one before, none missing, the daily anchors
 * met, nothing beside the chain. `onProgress` hears how many links were walked.
 */
export async function verifyAudit(
  now: Date,
  onProgress: (checked: number) => void = () => {},
): Promise<{ checked: number; faults: AuditFault[] }> {
  const anchors = new Map((await db().auditAnchor.findMany()).map(({ seq, hash }) => [seq, hash]));
  const faults: AuditFault[] = [];
  let [seq, before, checked] = [0n, GENESIS, 0];
  for (let links = await page(0n); links.length > 0 && faults.length < MOST_FAULTS; links = await page(seq)) {
    for (const linked of links) {
      const at = { seq: linked.seq, eventId: linked.linkedId };
      if (linked.seq !== seq + 1n) faults.push({ kind: "link_missing", ...at });
      if (!isFound(linked)) faults.push({ kind: "row_missing", ...at });
      else {
        const row = rowOf(linked);
        if (!isWhole(row, linked.mac)) faults.push({ kind: "row_changed", ...at });
        if (linkHash(linked.seq, before, linked.id, row, linked.mac) !== linked.hash)
          faults.push({ kind: "link_changed", ...at });
      }
      const anchor = anchors.get(linked.seq);
      if (anchor === linked.hash) anchors.delete(linked.seq);
      [seq, before] = [linked.seq, linked.hash];
    }
    checked += links.length;
    onProgress(checked);
  }
  for (const missed of anchors.keys()) faults.push({ kind: "anchor_missed", seq: missed, eventId: null });
  const loose = await db().$queryRaw<{ id: bigint }[]>`
    SELECT e."id" FROM "AuditEvent" e WHERE e."at" < ${new Date(now.getTime() - LINKED_WITHIN_MS)}
      AND NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."eventId" = e."id") ORDER BY e."id" LIMIT ${MOST_FAULTS}`;
  for (const { id } of loose) faults.push({ kind: "not_linked", seq: null, eventId: id });
  return { checked, faults: faults.slice(0, MOST_FAULTS) };
}
