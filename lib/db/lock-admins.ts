import "server-only";
import { Refusal } from "@/lib/errors";
import type { Work } from "./transact";

/**
 * Throws `last_admin` where `accountId` is the only administrator who can sign in. The rows are locked in one order: two
 * administrators cannot take each other's access at the same time.
 */
export async function keepOneAdmin(work: Work, accountId: string): Promise<void> {
  const admins = await work.tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Account" WHERE "role" = 'admin' AND "status" = 'active' ORDER BY "id" FOR UPDATE`;
  if (admins.length === 1 && admins[0]?.id === accountId) throw new Refusal("last_admin");
}
