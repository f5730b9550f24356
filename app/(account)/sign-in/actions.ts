"use server";

import { SendSignInCode } from "@/lib/domain/account-input";
import { sendSignInCode as send } from "@/lib/flows/account/send-code";
import { flowAction } from "@/lib/web/action";

export const sendSignInCode = flowAction("account.send_sign_in_code", SendSignInCode, send);
