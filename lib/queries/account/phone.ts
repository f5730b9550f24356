import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";

/** The account's own mobile number; null where it has none. */
export async function ownPhone(actor: Person): Promise<string | null> {
  const { phoneSealed } = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { phoneSealed: true },
  });
  return phoneSealed && unseal(phoneSealed);
}
