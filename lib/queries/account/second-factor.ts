import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";

/** The shared secret of one's own authenticator; null where none is set up. */
export async function ownTotpSecret(actor: Person): Promise<string | null> {
  const { totpSealed } = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { totpSealed: true },
  });
  return totpSealed && unseal(totpSealed);
}

/** The credential ids of one's own passkeys. */
export async function ownPasskeyIds(actor: Person): Promise<string[]> {
  const rows = await db().passkey.findMany({
    where: { accountId: actor.accountId, endedAt: null },
    select: { credentialId: true },
  });
  return rows.map(({ credentialId }) => credentialId);
}

/** What a member of staff sees of the own second factor. */
export async function ownSecurity(actor: Person) {
  const [passkeys, codesLeft] = await Promise.all([
    db().passkey.findMany({
      where: { accountId: actor.accountId, endedAt: null },
      orderBy: { createdAt: "asc" },
      select: { id: true, label: true, createdAt: true, lastUsedAt: true },
    }),
    db().recoveryCode.count({ where: { accountId: actor.accountId, usedAt: null } }),
  ]);
  return { passkeys, codesLeft };
}

export type OwnSecurity = Awaited<ReturnType<typeof ownSecurity>>;

/** The stored hash of the reader's own password; null where there is none. */
export async function ownPasswordHash(actor: Person): Promise<string | null> {
  const account = await db().account.findUnique({ where: { id: actor.accountId }, select: { passwordHash: true } });
  return account?.passwordHash ?? null;
}
