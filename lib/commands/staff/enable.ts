import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ChangeAccess } from "@/lib/domain/staff-input";
import { conflict } from "@/lib/errors";

/** Lets a member of staff sign in again; whoever never took up the invitation is invited anew instead. */
export async function enableStaff(work: Work, input: ChangeAccess): Promise<void> {
  authorize(work.actor, "staff.enable");
  const { count } = await work.tx.account.updateMany({
    where: { id: input.accountId, status: "disabled", role: { not: "patient" }, passwordHash: { not: null } },
    data: { status: "active" },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "staff.enable", subjectType: "account", subjectId: input.accountId });
}
