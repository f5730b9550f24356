import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { findRequest } from "@/lib/db/move-request";
import { requestRefund } from "@/lib/db/refund";
import { takeBackPacks } from "@/lib/db/refund-lines";
import { releaseStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import { orderMachine } from "@/lib/domain/order";
import { authorize } from "@/lib/domain/policy";
import type { GiveRefund } from "@/lib/domain/refund-input";
import { Refusal } from "@/lib/errors";

/**
 * Staff give money back on a patient's request: all that is left of the order, some packs of its lines, or the delivery. All of an
 * order that the pharmacy has not checked yet calls the order off. Throws `refund_above_paid` where there is not that much left,
 * `not_dispensed_yet` for lines that are still on the bench (there they are left out).
 */
export async function giveRefund(work: Work, input: GiveRefund): Promise<{ amountFen: number }> {
  authorize(work.actor, "refund.give");
  const request = await findRequest(work, input.requestId);
  const { orderId } = request;
  // Two refunds of one order come one after the other.
  await work.tx.$queryRaw`SELECT "id" FROM "Order" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
  const order = await work.tx.order.findUniqueOrThrow({ where: { id: orderId }, select: movableOrderSelect });
  const isOnBench = orderMachine.can(order.status, "cancel");
  const { reasonCode, note } = input;
  const given = { requestId: request.id, askedById: request.accountId, note };
  if (input.what === "lines" && isOnBench) throw new Refusal("not_dispensed_yet");
  const amountFen = input.what === "lines" ? await takeBackPacks(work, orderId, linesOf(input)) : undefined;
  const purpose = { whole: undefined, lines: "medicine", delivery: "delivery" } as const;
  const refunds = await requestRefund(work, { orderId, purpose: purpose[input.what], amountFen, reasonCode, given });
  const [first] = refunds;
  if (!first) throw new Refusal("refund_above_paid");
  if (input.what === "whole" && isOnBench) {
    await moveOrder(work, order, "cancel", { change: { dueAt: null, completedAt: work.now }, reason: reasonCode });
    await releaseStock(work, orderId);
  }
  if (input.what === "lines")
    await work.tx.refundLine.createMany({
      data: linesOf(input).map((line) => ({ refundId: first.refundId, ...line })),
    });
  const total = refunds.reduce((sum, refund) => sum + refund.amountFen, 0);
  work.audit({
    action: "refund.give",
    subjectType: "order",
    subjectId: orderId,
    patientId: order.patientId,
    detail: { what: input.what, reasonCode, amountFen: total },
  });
  work.notify({
    accountId: order.accountId,
    kind: "refund_given",
    params: { number: order.number, amountFen: total },
    path: `/patient/orders/${orderId}`,
  });
  return { amountFen: total };
}

const linesOf = ({ orderItemIds, packs }: GiveRefund) =>
  orderItemIds.flatMap((orderItemId, index) => {
    const count = packs[index] ?? 0;
    return count > 0 ? [{ orderItemId, packs: count }] : [];
  });
