import "server-only";
import { addStaff } from "@/lib/db/add-staff";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { InviteStaff } from "@/lib/domain/staff-input";

/**
 * Adds a member of staff, who takes the account over by the invitation's link. Refusals: `staff_number_taken`,
 * `too_little_practice` (R6), `licence_expired`, `department_unknown`. Returns the token of the link, once.
 */
export async function inviteStaff(work: Work, input: InviteStaff): Promise<{ id: string; token: string }> {
  authorize(work.actor, "staff.invite");
  return addStaff(work, input);
}
