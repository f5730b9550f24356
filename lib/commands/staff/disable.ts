import "server-only";
import { keepOneAdmin } from "@/lib/db/lock-admins";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { ChangeAccess } from "@/lib/domain/staff-input";
import { conflict, Refusal } from "@/lib/errors";

/** Shuts a member of staff out from the next request on, and ends the sessions. Nobody shuts out himself or herself. */
export async function disableStaff(work: Work, input: ChangeAccess): Promise<void> {
  authorize(work.actor, "staff.disable");
  if (input.accountId === work.actor.accountId) throw new Refusal("own_account");
  await keepOneAdmin(work, input.accountId);
  const { count } = await work.tx.account.updateMany({
    where: { id: input.accountId, status: "active", role: { not: "patient" } },
    data: { status: "disabled" },
  });
  if (count === 0) throw conflict();
  await work.tx.session.updateMany({
    where: { accountId: input.accountId, endedAt: null },
    data: { endedAt: work.now },
  });
  work.audit({ action: "staff.disable", subjectType: "account", subjectId: input.accountId });
}
