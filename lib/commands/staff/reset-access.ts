import "server-only";
import { invite } from "@/lib/db/invitation";
import { keepOneAdmin } from "@/lib/db/lock-admins";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ChangeAccess } from "@/lib/domain/staff-input";
import { notFound, Refusal } from "@/lib/errors";

/**
 * For somebody who lost password or second factor, or whose invitation ran out: everything that opened the account is taken away and a
 * new invitation made. Returns its token, once. Refusals: `own_account`, `last_admin`.
 */
export async function resetAccess(work: Work, { accountId }: ChangeAccess): Promise<{ id: string; token: string }> {
  authorize(work.actor, "staff.reset_access");
  if (accountId === work.actor.accountId) throw new Refusal("own_account");
  await keepOneAdmin(work, accountId);
  const { count } = await work.tx.account.updateMany({
    where: { id: accountId, role: { not: "patient" }, OR: [{ status: { not: "disabled" } }, { passwordHash: null }] },
    data: { status: "invited", passwordHash: null, totpSealed: null },
  });
  if (count === 0) throw notFound();
  await work.tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: work.now } });
  await work.tx.passkey.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: work.now } });
  await work.tx.recoveryCode.deleteMany({ where: { accountId } });
  const token = await invite(work, accountId);
  work.audit({ action: "staff.reset_access", subjectType: "account", subjectId: accountId });
  return { id: accountId, token };
}
