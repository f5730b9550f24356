import "server-only";
import { db } from "@/lib/db/client";
import { fingerprintOf } from "@/lib/db/signing/fingerprint";
import type { Person } from "@/lib/domain/actor";

/** The own signing key in use: its public side only. Null where none was made yet. */
export async function ownSigningKey({ accountId }: Person) {
  const key = await db().signingKey.findFirst({
    where: { accountId, retiredAt: null },
    select: { algorithm: true, publicKey: true, createdAt: true },
  });
  if (!key) return null;
  const { publicKey, ...shown } = key;
  return { ...shown, fingerprint: fingerprintOf(publicKey) };
}
