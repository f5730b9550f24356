"use server";

import { disableStaff as disableCommand } from "@/lib/commands/staff/disable";
import { enableStaff as enableCommand } from "@/lib/commands/staff/enable";
import { ChangeAccess } from "@/lib/domain/staff-input";
import { action } from "@/lib/web/action";

export const disableStaff = action("staff.disable", ChangeAccess, disableCommand, { revalidate: "/admin" });
export const enableStaff = action("staff.enable", ChangeAccess, enableCommand, { revalidate: "/admin" });
