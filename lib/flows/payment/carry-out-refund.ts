import "server-only";
import { recordRefund } from "@/lib/commands/refund/record";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { readRefund, sendRefund } from "@/lib/gateways/payment";
import { refundToSend } from "@/lib/queries/jobs/payments";

/** Sends a pending refund to the gateway, or asks what became of it (also of one that was sent: it may bounce), and books the answer. Safe to repeat. */
export async function carryOutRefund(refundId: string, now: Date): Promise<void> {
  const refund = await refundToSend(refundId);
  if (!refund || refund.status === "failed") return;
  const { amountFen, idempotencyKey, gatewayRefundId, payment } = refund;
  if (!payment.gatewayPaymentId) throw new Error("a refund of a payment that the gateway never settled");
  const { gatewayPaymentId } = payment;
  const answer = gatewayRefundId
    ? await readRefund(gatewayRefundId)
    : await sendRefund({ refundId, gatewayPaymentId, amountFen, idempotencyKey });
  await transact({ actor: systemActor("payments"), now }, recordRefund, { refundId, ...answer });
}
