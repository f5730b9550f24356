"use server";

import { askInvoice as askInvoiceCommand } from "@/lib/commands/invoice/ask";
import { AskInvoice } from "@/lib/domain/invoice-input";
import { BeginPayment, RefreshPayment } from "@/lib/domain/payment-input";
import { beginPaymentFlow } from "@/lib/flows/payment/begin";
import { refreshPayment as refreshPaymentFlow } from "@/lib/flows/payment/refresh";
import { action, flowAction } from "@/lib/web/action";

export const beginPayment = flowAction("payment.begin", BeginPayment, beginPaymentFlow, { revalidate: "/patient" });
export const refreshPayment = flowAction("payment.refresh", RefreshPayment, refreshPaymentFlow, {
  revalidate: "/patient",
});
export const askInvoice = action("invoice.ask", AskInvoice, askInvoiceCommand, { revalidate: "/patient/payments" });
