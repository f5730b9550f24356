"use server";

import { planConfig as plan } from "@/lib/commands/config/plan";
import { withdrawConfig as withdraw } from "@/lib/commands/config/withdraw";
import { PlanConfig, WithdrawConfig } from "@/lib/domain/config";
import { action } from "@/lib/web/action";

const shown = { revalidate: "/" };

export const planConfig = action("config.plan", PlanConfig, plan, shown);
export const withdrawConfig = action("config.plan", WithdrawConfig, withdraw, shown);
