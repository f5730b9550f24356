"use server";

import { decideClaimAsStaff } from "@/lib/commands/claim/decide-as-staff";
import { DecideClaimAsStaff } from "@/lib/domain/claim";
import { action } from "@/lib/web/action";

export const decideClaim = action("claim.decide_as_staff", DecideClaimAsStaff, decideClaimAsStaff, {
  revalidate: "/admin/claims",
});
