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
