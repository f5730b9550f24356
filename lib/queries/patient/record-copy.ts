import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { auditLines } from "@/lib/db/sql/access-log";
import { accessEntries } from "@/lib/domain/access-log";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import { type CopyPart, type CopySection, pictureName } from "@/lib/domain/record-copy";
import { readSystemBody } from "@/lib/domain/system-message";
import { notFound } from "@/lib/errors";
import { consultationCopy, orderCopy, prescriptionCopy, recordCopy } from "./record-copy-selects";

const BATCH = 50;

/** All rows in the order of their ids, fifty at a time: a long record never lies in memory as a whole. */
async function* batches<Row extends { id: string }>(fetch: (after: string | undefined) => Promise<Row[]>) {
  let after: string | undefined;
  do {
    const rows: Row[] = await fetch(after);
    yield* rows;
    after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
  } while (after);
}

const page = (after: string | undefined) =>
  ({ orderBy: { id: "asc" }, take: BATCH, ...(after && { cursor: { id: after }, skip: 1 }) }) as const;

const nameOf = (file: { id: string; mediaType: string }) => pictureName(file.id, file.mediaType);

/** Who the person is, whole numbers included: this is the person's own copy. */
async function identity(accountId: string, patientId: string) {
  const row = await db().patient.findFirst({
    where: { id: patientId, links: { some: { accountId, endedAt: null } } },
    select: {
      ...{ id: true, name: true, idDocument: true, idNumberSealed: true, sex: true, birthDate: true, createdAt: true },
      ...{ recordFetchedAt: true },
      links: {
        where: { accountId },
        orderBy: { createdAt: "asc" },
        select: { relation: true, isGuardian: true, createdAt: true, endedAt: true },
      },
      cards: { orderBy: { linkedAt: "asc" }, select: { cardNumberSealed: true, linkedAt: true, unlinkedAt: true } },
      drafts: {
        where: { accountId },
        orderBy: { updatedAt: "asc" },
        select: { content: true, pictureIds: true, updatedAt: true },
      },
      consents: {
        where: { accountId },
        orderBy: { agreedAt: "asc" },
        select: {
          ...{ sha256: true, locale: true, isByGuardian: true, agreedAt: true, withdrawnAt: true },
          text: { select: { kind: true, version: true, titleZh: true, titleEn: true } },
        },
      },
      deletions: {
        where: { accountId },
        orderBy: { createdAt: "asc" },
        select: { status: true, createdAt: true, dueAt: true, decidedAt: true, reason: true, outcome: true },
      },
    },
  });
  if (!row) throw notFound();
  return row;
}

/**
 * Everything that is kept about one of the account's people, part by part (R31, PIPL 45): what the account did for the person, the
 * person's record, and who looked. Throws `not_found` before the first part.
 */
export async function* recordCopyParts(actor: Person, patientId: string): AsyncGenerator<CopyPart> {
  const { accountId } = actor;
  const { links, cards, drafts, consents, deletions, idNumberSealed, ...person } = await identity(accountId, patientId);
  const own = { accountId, patientId };
  const part = (section: CopySection, item: CopyPart["item"]): CopyPart => ({ section, item });
  yield part("identity", { ...person, idNumber: unseal(idNumberSealed) });
  for (const link of links) yield part("links", link);
  for (const { cardNumberSealed, ...card } of cards)
    yield part("cards", { cardNumber: unseal(cardNumberSealed), ...card });
  for await (const row of batches((after) =>
    db().recordEntry.findMany({ where: { patientId }, select: recordCopy, ...page(after) }),
  ))
    yield part("record", row);
  for await (const { messages, files, ...row } of batches((after) =>
    db().consultation.findMany({ where: own, select: consultationCopy, ...page(after) }),
  ))
    yield part("consultations", {
      ...row,
      messages: messages.map(({ file, body, kind, senderRole, ...message }) => ({
        ...{ ...message, kind, from: senderRole ?? "system" },
        ...(kind === "system" || kind === "prescription" ? { event: readSystemBody(body) } : { body }),
        ...(file && { picture: nameOf(file) }),
      })),
      pictures: files.map(nameOf),
    });
  for await (const { versions, ...row } of batches((after) =>
    db().prescription.findMany({
      where: { ...own, status: { not: "draft" } },
      select: prescriptionCopy,
      ...page(after),
    }),
  ))
    yield part("prescriptions", {
      ...row,
      versions: versions.map(({ items, ...version }) => ({
        ...version,
        items: items.map(({ dose, ...item }) => ({ ...item, dose: dose.toNumber() })),
      })),
    });
  for await (const { addressSealed, ...row } of batches((after) =>
    db().order.findMany({ where: own, select: orderCopy, ...page(after) }),
  ))
    yield part("orders", { ...row, address: addressSealed && readAddress(unseal(addressSealed)) });
  for (const { content, ...draft } of drafts) yield part("drafts", { ...draft, content: JSON.parse(unseal(content)) });
  for (const consent of consents) yield part("consents", consent);
  for (const deletion of deletions) yield part("deletions", deletion);
  yield* accessParts(accountId, patientId);
}

async function* accessParts(readerId: string, patientId: string): AsyncGenerator<CopyPart> {
  let below: { at: Date; id: string } | null = null;
  do {
    const lines = await auditLines({ patientId, readerId, below, othersOnly: false, most: 500 });
    for (const { id: _, ...item } of accessEntries(lines)) yield { section: "access", item };
    const last = lines.at(-1);
    below = lines.length === 500 && last ? { at: last.at, id: last.id } : null;
  } while (below);
}

/** The pictures of a person's consultations, and those that wait in a draft, by the names that the other files give them. */
export async function recordPictures({ accountId }: Person, patientId: string) {
  const drafts = await db().bookingDraft.findMany({ where: { accountId, patientId }, select: { pictureIds: true } });
  const files = await db().file.findMany({
    where: {
      OR: [
        { consultation: { accountId, patientId } },
        { ownerId: accountId, id: { in: drafts.flatMap(({ pictureIds }) => pictureIds) } },
      ],
    },
    orderBy: { id: "asc" },
    select: { id: true, mediaType: true, storageKey: true, createdAt: true },
  });
  return files.map(({ storageKey, createdAt, ...file }) => ({ storageKey, createdAt, name: nameOf(file) }));
}
