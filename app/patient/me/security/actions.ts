"use server";

import { endOtherSessions as endOthers, endOwnSession } from "@/lib/commands/account/end-session";
import { ChangePhone, EndOtherSessions, EndSession, SendOwnCode, SetPassword } from "@/lib/domain/account-input";
import { changePhone as change } from "@/lib/flows/account/change-phone";
import { sendOwnCode as send } from "@/lib/flows/account/send-code";
import { setPassword as set } from "@/lib/flows/account/set-password";
import { action, flowAction } from "@/lib/web/action";

const options = { revalidate: "/patient/me/security" };

export const sendOwnCode = flowAction("account.send_own_code", SendOwnCode, send);
export const setPassword = flowAction("account.set_password", SetPassword, set, options);
export const changePhone = flowAction("account.change_phone", ChangePhone, change, options);
export const endSession = action("account.end_session", EndSession, endOwnSession, options);
export const endOtherSessions = action("account.end_session", EndOtherSessions, endOthers, options);
