import "server-only";
import type { Work } from "@/lib/db/transact";
import type { SwitchLanguage } from "@/lib/domain/account-input";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";

/** The language in which an account's notices are written. */
export async function switchLanguage(work: Work, input: SwitchLanguage): Promise<void> {
  authorize(work.actor, "account.switch_language");
  const { accountId } = asPerson(work.actor);
  await work.tx.account.update({ where: { id: accountId }, data: { locale: input.locale }, select: { id: true } });
  work.audit({ action: "account.switch_language", subjectType: "account", subjectId: accountId });
}
