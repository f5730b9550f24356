"use server";

import { z } from "zod";
import { removePasskey as remove } from "@/lib/commands/account/remove-passkey";
import { RemovePasskey } from "@/lib/domain/passkey-input";
import { renewRecoveryCodes as renew } from "@/lib/flows/account/renew-recovery-codes";
import { action, flowAction } from "@/lib/web/action";

export const removePasskey = action("account.remove_passkey", RemovePasskey, remove, { revalidate: "/security" });
export const renewRecoveryCodes = flowAction("account.renew_recovery_codes", z.strictObject({}), renew);
