import "server-only";
import { bookLedger } from "@/lib/db/ledger";
import { tellTill } from "@/lib/db/tell-till";
import type { Work } from "@/lib/db/transact";
import { linesOfPayment, linesOfRefund } from "@/lib/domain/ledger";
import { paymentMachine, refundMachine } from "@/lib/domain/payment";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";

export interface RefundReport {
  readonly refundId: string;
  readonly gatewayRefundId: string;
  readonly state: "pending" | "succeeded" | "failed";
}

const eventOf = { succeeded: "succeed", failed: "fail" } as const;

/**
 * Carries the gateway's word on a refund into the books; the patient hears when the money is on its way, or that a person looks into
 * it, and then that person is told. A refund that bounces after it was sent is booked back.
 */
export async function recordRefund(work: Work, report: RefundReport): Promise<void> {
  authorize(work.actor, "refund.carry_out");
  const refund = await work.tx.refund.findUniqueOrThrow({
    where: { id: report.refundId },
    select: {
      amountFen: true,
      status: true,
      requestId: true,
      payment: {
        select: { id: true, accountId: true, purpose: true, amountFen: true, refundedFen: true, orderId: true },
      },
    },
  });
  work.audit({
    action: "refund.report",
    subjectType: "refund",
    subjectId: report.refundId,
    detail: { state: report.state, amountFen: refund.amountFen },
  });
  const isSettled = report.state !== "pending";
  const isNews =
    report.state === "pending" ? refund.status === "pending" : refundMachine.can(refund.status, eventOf[report.state]);
  if (!isNews) return;
  const { count } = await work.tx.refund.updateMany({
    where: { id: report.refundId, status: refund.status },
    data: {
      status: report.state,
      gatewayRefundId: report.gatewayRefundId,
      settledAt: isSettled ? work.now : null,
    },
  });
  if (count === 0 || !isSettled) return;
  const { payment } = refund;
  if (report.state === "failed") {
    await work.tx.payment.update({
      where: { id: payment.id },
      data: { refundedFen: { decrement: refund.amountFen }, version: { increment: 1 } },
      select: { id: true },
    });
    if (refund.status === "succeeded") {
      // The money came back to the gateway: the books say so, and the payment stands again.
      await bookLedger(work, linesOfPayment(payment.purpose, refund.amountFen), {
        paymentId: payment.id,
        refundId: report.refundId,
      });
      await work.tx.payment.updateMany({
        where: { id: payment.id, status: "refunded" },
        data: { status: paymentMachine.next("refunded", "refund_bounces") },
      });
    }
    await tellTill(work, "refund_needs_person", { amountFen: refund.amountFen });
  } else {
    await bookLedger(work, linesOfRefund(payment.purpose, refund.amountFen), {
      paymentId: payment.id,
      refundId: report.refundId,
    });
    if (payment.refundedFen === payment.amountFen)
      await work.tx.payment.updateMany({
        where: { id: payment.id, status: "succeeded" },
        data: { status: "refunded", version: { increment: 1 } },
      });
  }
  const { orderId } = payment;
  if (orderId) work.emit({ channel: channels.order(orderId), event: "changed", data: { id: orderId } });
  if (refund.requestId) work.emit({ channel: channels.requestDesk, event: "changed", data: { id: refund.requestId } });
  work.notify({
    accountId: payment.accountId,
    kind: report.state === "failed" ? "refund_failed" : "refund_sent",
    params: { amountFen: refund.amountFen },
    path: `/patient/payments/${payment.id}`,
  });
}
