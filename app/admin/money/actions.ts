"use server";

import { refuseInvoice as refuseInvoiceCommand } from "@/lib/commands/invoice/decide";
import { retryRefund as retryRefundCommand } from "@/lib/commands/refund/retry";
import { RefuseInvoice } from "@/lib/domain/invoice-input";
import { RetryRefund } from "@/lib/domain/refund-input";
import { action } from "@/lib/web/action";

export const retryRefund = action("refund.retry", RetryRefund, retryRefundCommand, { revalidate: "/admin" });
export const refuseInvoice = action("invoice.refuse", RefuseInvoice, refuseInvoiceCommand, {
  revalidate: "/admin/money",
});
