"use server";

import { BeginPayment, RefreshPayment } from "@/lib/domain/payment-input";
import { beginPaymentFlow } from "@/lib/flows/payment/begin";
import { refreshPayment as refreshPaymentFlow } from "@/lib/flows/payment/refresh";
import { flowAction } from "@/lib/web/action";

export const beginPayment = flowAction("payment.begin", BeginPayment, beginPaymentFlow, { revalidate: "/patient" });
export const refreshPayment = flowAction("payment.refresh", RefreshPayment, refreshPaymentFlow, {
  revalidate: "/patient",
});
