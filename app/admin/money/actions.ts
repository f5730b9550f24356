"use server";

import { retryRefund as retryRefundCommand } from "@/lib/commands/refund/retry";
import { RetryRefund } from "@/lib/domain/refund-input";
import { action } from "@/lib/web/action";

export const retryRefund = action("refund.retry", RetryRefund, retryRefundCommand, { revalidate: "/admin" });
