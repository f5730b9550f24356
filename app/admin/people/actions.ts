"use server";

import { changeRole as changeRoleCommand } from "@/lib/commands/staff/change-role";
import { disableStaff as disableCommand } from "@/lib/commands/staff/disable";
import { enableStaff as enableCommand } from "@/lib/commands/staff/enable";
import { inviteStaff as inviteCommand } from "@/lib/commands/staff/invite";
import { renewLicence as renewCommand } from "@/lib/commands/staff/renew-licence";
import { resetAccess as resetCommand } from "@/lib/commands/staff/reset-access";
import { revokeInvitation as revokeCommand } from "@/lib/commands/staff/revoke-invitation";
import { ChangeAccess, ChangeRole, InviteStaff, RenewLicence } from "@/lib/domain/staff-input";
import { action } from "@/lib/web/action";

const options = { revalidate: "/admin" };

export const inviteStaff = action("staff.invite", InviteStaff, inviteCommand);
export const resetAccess = action("staff.reset_access", ChangeAccess, resetCommand);
export const revokeInvitation = action("staff.revoke_invitation", ChangeAccess, revokeCommand, options);
export const changeRole = action("staff.change_role", ChangeRole, changeRoleCommand, options);
export const renewLicence = action("staff.renew_licence", RenewLicence, renewCommand, options);
export const disableStaff = action("staff.disable", ChangeAccess, disableCommand, options);
export const enableStaff = action("staff.enable", ChangeAccess, enableCommand, options);
