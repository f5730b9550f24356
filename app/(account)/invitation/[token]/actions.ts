"use server";

import { AcceptInvitation } from "@/lib/domain/staff-input";
import { takeUpInvitation } from "@/lib/flows/staff/accept-invitation";
import { flowAction } from "@/lib/web/action";

export const acceptInvitation = flowAction("staff.accept_invitation", AcceptInvitation, takeUpInvitation);
