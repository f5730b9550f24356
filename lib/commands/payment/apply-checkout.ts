import "server-only";
import { bookLedger } from "@/lib/db/ledger";
import { requestRefund } from "@/lib/db/refund";
import { holdThing, settleConsultation, settleOrder } from "@/lib/db/settle-thing";
import type { Work } from "@/lib/db/transact";
import { linesOfPayment } from "@/lib/domain/ledger";
import { paymentMachine } from "@/lib/domain/payment";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

export interface CheckoutReport {
  readonly sessionId: string;
  readonly state: "open" | "paid" | "expired" | "failed";
  readonly amountFen: number;
  readonly currency: string;
  readonly gatewayPaymentId: string | null;
  /** The gateway's event that brought it, if one did: its id takes effect once. */
  readonly event?: { readonly id: string; readonly type: string };
}

export type CheckoutOutcome = "unchanged" | "settled" | "sent_back" | "lapsed" | "failed";

/**
 * Carries the gateway's word on a checkout into the books: event id, payment, ledger and the thing that was paid for in one
 * transaction. Repeated or late words change nothing twice; money for a thing that no longer waits goes back.
 */
export async function applyCheckout(work: Work, report: CheckoutReport): Promise<CheckoutOutcome> {
  authorize(work.actor, "payment.settle");
  const payment = await work.tx.payment.findUnique({
    where: { gatewaySessionId: report.sessionId },
    select: { id: true, status: true, purpose: true, amountFen: true, consultationId: true, orderId: true },
  });
  if (!payment) throw new Refusal("unknown_payment");
  const outcome = await settle(work, payment, report);
  work.audit({
    action: "payment.settle",
    subjectType: "payment",
    subjectId: payment.id,
    detail: { state: report.state, outcome, amountFen: report.amountFen },
  });
  if (report.event)
    await work.tx.gatewayEvent.create({
      data: { id: report.event.id, type: report.event.type, receivedAt: work.now },
      select: { id: true },
    });
  return outcome;
}

type Row = {
  id: string;
  status: "pending" | "succeeded" | "failed" | "lapsed" | "refunded";
  purpose: "consultation_fee" | "medicine" | "delivery";
  amountFen: number;
  consultationId: string | null;
  orderId: string | null;
};

async function settle(work: Work, payment: Row, report: CheckoutReport): Promise<CheckoutOutcome> {
  if (report.state === "open") return "unchanged";
  if (report.state !== "paid") {
    const status = report.state === "expired" ? "lapsed" : "failed";
    const { count } = await work.tx.payment.updateMany({
      where: { id: payment.id, status: "pending" },
      data: { status, version: { increment: 1 } },
    });
    return count === 0 ? "unchanged" : status;
  }
  if (report.amountFen !== payment.amountFen || report.currency !== "cny") throw new Refusal("wrong_amount");
  const isLate = payment.status !== "pending";
  const to = paymentMachine.target(payment.status, isLate ? "pay_late" : "succeed");
  if (!to) return "unchanged";
  await holdThing(work, payment);
  const { count } = await work.tx.payment.updateMany({
    where: { id: payment.id, status: payment.status },
    data: {
      status: to,
      gatewayPaymentId: report.gatewayPaymentId,
      settledAt: work.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) return "unchanged";
  await bookLedger(work, linesOfPayment(payment.purpose, payment.amountFen), { paymentId: payment.id });
  const isTaken = payment.consultationId
    ? await settleConsultation(work, payment.consultationId)
    : payment.orderId !== null && (await settleOrder(work, payment.orderId));
  if (isTaken) return "settled";
  await requestRefund(work, { paymentId: payment.id, reasonCode: "paid_too_late" });
  return "sent_back";
}
