import "server-only";
import { db } from "@/lib/db/client";
import { type ConsentKind, consentKinds } from "@/lib/domain/consent";

const select = {
  ...{ id: true, kind: true, version: true, sha256: true, effectiveFrom: true, supersededAt: true, publishedAt: true },
  ...{ titleZh: true, titleEn: true, publishedById: true },
  _count: { select: { consents: true } },
} as const;

type State = "current" | "coming" | "past";

function stateOf(text: { effectiveFrom: Date; supersededAt: Date | null }, now: Date): State {
  if (text.effectiveFrom > now) return "coming";
  return text.supersededAt === null || text.supersededAt > now ? "current" : "past";
}

/** Of each kind the text in force and, where one was published for later, the next; with how many agreed to it. */
export async function consentDesk(now: Date) {
  const rows = await db().consentText.findMany({
    where: { OR: [{ supersededAt: null }, { supersededAt: { gt: now } }] },
    orderBy: { version: "asc" },
    select,
  });
  return consentKinds.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ _count, ...row }) => ({ ...row, kind, agreed: _count.consents, state: stateOf(row, now) })),
  );
}

/** Every version of one kind, the newest first, with its words, its publisher and how many agreed to it. */
export async function consentVersions(kind: ConsentKind, now: Date) {
  const rows = await db().consentText.findMany({
    where: { kind },
    orderBy: { version: "desc" },
    select: { ...select, bodyZh: true, bodyEn: true },
  });
  const publishers = await db().staff.findMany({
    where: { accountId: { in: rows.flatMap(({ publishedById }) => publishedById ?? []) } },
    select: { accountId: true, nameZh: true, nameEn: true },
  });
  return rows.map(({ _count, publishedById, ...row }) => ({
    ...row,
    agreed: _count.consents,
    state: stateOf(row, now),
    publisher: publishers.find(({ accountId }) => accountId === publishedById) ?? null,
  }));
}

/** The newest version of a kind, which the next one starts from; null where there is none. */
export const newestText = (kind: ConsentKind) =>
  db().consentText.findFirst({
    where: { kind, supersededAt: null },
    select: { version: true, titleZh: true, titleEn: true, bodyZh: true, bodyEn: true },
  });
