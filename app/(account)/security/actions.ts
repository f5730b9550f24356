"use server";

import { endOtherSessions as endOthers, endOwnSession } from "@/lib/commands/account/end-session";
import { removePasskey as remove } from "@/lib/commands/account/remove-passkey";
import { setSigningPin as setPin } from "@/lib/commands/account/set-signing-pin";
import {
  ChangePassword,
  EndOtherSessions,
  EndSession,
  RenewRecoveryCodes,
  SetSigningPin,
} from "@/lib/domain/account-input";
import { RemovePasskey } from "@/lib/domain/passkey-input";
import { changePassword as change } from "@/lib/flows/account/change-password";
import { renewRecoveryCodes as renew } from "@/lib/flows/account/renew-recovery-codes";
import { action, flowAction } from "@/lib/web/action";

export const removePasskey = action("account.remove_passkey", RemovePasskey, remove, { revalidate: "/security" });
export const renewRecoveryCodes = flowAction("account.renew_recovery_codes", RenewRecoveryCodes, renew);
export const endSession = action("account.end_session", EndSession, endOwnSession, { revalidate: "/security" });
export const endOtherSessions = action("account.end_session", EndOtherSessions, endOthers, { revalidate: "/security" });
export const changePassword = flowAction("account.change_password", ChangePassword, change, {
  revalidate: "/security",
});
export const setSigningPin = action("account.set_signing_pin", SetSigningPin, setPin, { revalidate: "/security" });
