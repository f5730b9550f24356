import "server-only";
import { requestRefund } from "@/lib/db/refund";
import type { Work } from "@/lib/db/transact";
import type { RefundReason } from "@/lib/domain/payment";
import { authorize } from "@/lib/domain/policy";
import { conflict, Refusal } from "@/lib/errors";

/** Sends a refund anew that the gateway could not carry out, once: as a refund of its own. Throws `conflict` where somebody was faster. */
export async function retryRefund(work: Work, { refundId }: { refundId: string }): Promise<void> {
  authorize(work.actor, "refund.retry");
  const { count } = await work.tx.refund.updateMany({
    where: { id: refundId, status: "failed", retriedAt: null },
    data: { retriedAt: work.now },
  });
  if (count === 0) throw conflict();
  const failed = await work.tx.refund.findUniqueOrThrow({
    where: { id: refundId },
    select: { paymentId: true, amountFen: true, reasonCode: true },
  });
  const { paymentId, amountFen } = failed;
  const [again] = await requestRefund(work, { paymentId, amountFen, reasonCode: failed.reasonCode as RefundReason });
  if (!again) throw new Refusal("refund_above_paid");
  work.audit({ action: "refund.retry", subjectType: "refund", subjectId: refundId, detail: { amountFen } });
}
