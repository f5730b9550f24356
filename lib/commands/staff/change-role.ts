import "server-only";
import { keepOneAdmin } from "@/lib/db/lock-admins";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { type ChangeRole, changeableRoles } from "@/lib/domain/staff-input";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * Gives a member of staff another role; what was open ends, and the next sign-in leads to the new portal. Refusals: `own_account`,
 * `last_admin`, `licence_missing` where a pharmacist's role has no licence behind it.
 */
export async function changeRole(work: Work, { accountId, role }: ChangeRole): Promise<void> {
  authorize(work.actor, "staff.change_role");
  if (accountId === work.actor.accountId) throw new Refusal("own_account");
  const found = await work.tx.account.findFirst({
    where: { id: accountId, role: { in: [...changeableRoles] } },
    select: { role: true, staff: { select: { certificateNo: true } } },
  });
  if (!found) throw notFound();
  if (found.role === role)
    return work.audit({
      action: "staff.change_role",
      subjectType: "account",
      subjectId: accountId,
      detail: { from: role, to: role },
    });
  const needsLicence = role === "pharmacist" || role === "head_pharmacist";
  if (needsLicence && !found.staff?.certificateNo) throw new Refusal("licence_missing", { rule: "R6" });
  await keepOneAdmin(work, accountId);
  const { count } = await work.tx.account.updateMany({ where: { id: accountId, role: found.role }, data: { role } });
  if (count === 0) throw conflict();
  await work.tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: work.now } });
  work.audit({
    action: "staff.change_role",
    subjectType: "account",
    subjectId: accountId,
    detail: { from: found.role, to: role },
  });
}
