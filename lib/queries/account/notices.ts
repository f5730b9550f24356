import "server-only";
import { db } from "@/lib/db/client";
import { belowAt, cursorOf } from "@/lib/db/keyset";
import type { Person } from "@/lib/domain/actor";

const PAGE = 30;

/** Anybody's own notices, the newest first, thirty at a time; `before` is the `next` of the page before. */
export async function myNotices(actor: Person, before?: string) {
  const rows = await db().notice.findMany({
    where: { accountId: actor.accountId, ...belowAt(before) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: { id: true, kind: true, params: true, path: true, at: true, readAt: true },
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > PAGE ? cursorOf({ id: last.id, createdAt: last.at }) : undefined };
}

export type MyNotice = Awaited<ReturnType<typeof myNotices>>["rows"][number];

/** Which groups of notices stay in, and the quiet hours, in minutes of the hospital's day. */
export const noticeSettings = (actor: Person) =>
  db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { mutedGroups: true, quietFrom: true, quietTo: true },
  });

/** Whether the browser of this session was asked to show notices. */
export const isWatching = async ({ sessionId }: Person): Promise<boolean> =>
  (await db().pushSubscription.findFirst({ where: { sessionId }, select: { id: true } })) !== null;
