import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ChangeAccess } from "@/lib/domain/staff-input";
import { conflict } from "@/lib/errors";

/** Takes an invitation back before it was taken up: its link opens nothing, and the account stays shut. */
export async function revokeInvitation(work: Work, { accountId }: ChangeAccess): Promise<void> {
  authorize(work.actor, "staff.revoke_invitation");
  const { count } = await work.tx.account.updateMany({
    where: { id: accountId, status: "invited" },
    data: { status: "disabled" },
  });
  if (count === 0) throw conflict();
  await work.tx.invitation.updateMany({
    where: { accountId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: work.now },
  });
  work.audit({ action: "staff.revoke_invitation", subjectType: "account", subjectId: accountId });
}
