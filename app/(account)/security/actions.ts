"use server";

import { removePasskey as remove } from "@/lib/commands/account/remove-passkey";
import { RenewRecoveryCodes } from "@/lib/domain/account-input";
import { RemovePasskey } from "@/lib/domain/passkey-input";
import { renewRecoveryCodes as renew } from "@/lib/flows/account/renew-recovery-codes";
import { action, flowAction } from "@/lib/web/action";

export const removePasskey = action("account.remove_passkey", RemovePasskey, remove, { revalidate: "/security" });
export const renewRecoveryCodes = flowAction("account.renew_recovery_codes", RenewRecoveryCodes, renew);
