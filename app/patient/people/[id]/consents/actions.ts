"use server";

import { agreeToConsent } from "@/lib/commands/consent/agree";
import { withdrawConsent } from "@/lib/commands/consent/withdraw";
import { AgreeToConsent, WithdrawConsent } from "@/lib/domain/consent-input";
import { action } from "@/lib/web/action";

export const agree = action("consent.agree", AgreeToConsent, agreeToConsent, { revalidate: "/patient" });
export const withdraw = action("consent.withdraw", WithdrawConsent, withdrawConsent, { revalidate: "/patient" });
