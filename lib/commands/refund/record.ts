import "server-only";
import { bookLedger } from "@/lib/db/ledger";
import type { Work } from "@/lib/db/transact";
import { linesOfRefund } from "@/lib/domain/ledger";
import { authorize } from "@/lib/domain/policy";

export interface RefundReport {
  readonly refundId: string;
  readonly gatewayRefundId: string;
  readonly state: "pending" | "succeeded" | "failed";
}

/** Carries the gateway's word on a refund into the books; the patient hears when the money is on its way, or that a person looks into it. */
export async function recordRefund(work: Work, report: RefundReport): Promise<void> {
  authorize(work.actor, "refund.carry_out");
  const refund = await work.tx.refund.findUniqueOrThrow({
    where: { id: report.refundId },
    select: {
      amountFen: true,
      status: true,
      payment: { select: { id: true, accountId: true, purpose: true, amountFen: true, refundedFen: true } },
    },
  });
  work.audit({
    action: "refund.report",
    subjectType: "refund",
    subjectId: report.refundId,
    detail: { state: report.state, amountFen: refund.amountFen },
  });
  if (refund.status !== "pending") return;
  const isSettled = report.state !== "pending";
  const { count } = await work.tx.refund.updateMany({
    where: { id: report.refundId, status: "pending" },
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
  work.notify({
    accountId: payment.accountId,
    kind: report.state === "failed" ? "refund_failed" : "refund_sent",
    params: { amountFen: refund.amountFen },
    path: `/patient/payments/${payment.id}`,
  });
}
