import "server-only";
import { db } from "@/lib/db/client";
import { below, cursorOf, newestFirst } from "@/lib/db/keyset";
import type { Person } from "@/lib/domain/actor";

const PAGE = 20;

/** My consultations, the newest first, twenty at a time; `before` is the `next` of the page before. */
export async function myConsultations(actor: Person, before?: string) {
  const rows = await db().consultation.findMany({
    where: { accountId: actor.accountId, ...below(before) },
    orderBy: newestFirst,
    take: PAGE + 1,
    select: {
      id: true,
      number: true,
      service: true,
      status: true,
      createdAt: true,
      dueAt: true,
      lastSeq: true,
      patient: { select: { name: true } },
      doctor: { select: { nameZh: true, nameEn: true } },
      department: { select: { nameZh: true, nameEn: true } },
      reads: { where: { accountId: actor.accountId }, select: { seq: true } },
    },
  });
  const shown = rows
    .slice(0, PAGE)
    .map(({ reads, lastSeq, ...row }) => ({ ...row, unread: lastSeq - (reads[0]?.seq ?? 0) }));
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > PAGE ? cursorOf(last) : undefined };
}

export type MyConsultation = Awaited<ReturnType<typeof myConsultations>>["rows"][number];
