import "server-only";
import { PushBrowser } from "@/lib/domain/push";
import { db } from "../client";
import { unseal } from "../seal";

/** The browsers in which a person's sessions, but for those that were ended, are shown notices. */
export async function browsersOf(accountId: string): Promise<{ id: string; browser: PushBrowser }[]> {
  const rows = await db().pushSubscription.findMany({
    where: { accountId, session: { endedAt: null } },
    select: { id: true, browserSealed: true },
  });
  return rows.map(({ id, browserSealed }) => ({ id, browser: PushBrowser.parse(JSON.parse(unseal(browserSealed))) }));
}

/** A browser that has let go is forgotten. */
export async function forgetBrowser(id: string): Promise<void> {
  await db().pushSubscription.deleteMany({ where: { id } });
}
