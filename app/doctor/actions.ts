"use server";

import { confirmIdentity as confirm } from "@/lib/commands/account/confirm-identity";
import { ConfirmIdentity } from "@/lib/domain/account-input";
import { action } from "@/lib/web/action";

export const confirmIdentity = action("account.confirm_identity", ConfirmIdentity, confirm, { revalidate: "/doctor" });
