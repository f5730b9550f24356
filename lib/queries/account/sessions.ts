import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { maskPhone } from "@/lib/domain/one-time-code";
import { sessionLimits } from "@/lib/domain/session";

/** What an account's holder sees of the own access: the number (masked), whether there is a password, and what is open. */
export async function ownAccess(actor: Person, now: Date) {
  const { idleMinutes } = sessionLimits(actor.role);
  const account = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: {
      ...{ phoneSealed: true, passwordHash: true },
      sessions: {
        where: { endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: addMinutes(now, -idleMinutes) } },
        orderBy: { lastSeenAt: "desc" },
        take: 20,
        select: { id: true, method: true, createdAt: true, lastSeenAt: true, userAgent: true },
      },
    },
  });
  return {
    phone: account.phoneSealed && maskPhone(unseal(account.phoneSealed)),
    hasPassword: account.passwordHash !== null,
    sessions: account.sessions.map((session) => ({ ...session, isThis: session.id === actor.sessionId })),
  };
}

export type OwnAccess = Awaited<ReturnType<typeof ownAccess>>;
