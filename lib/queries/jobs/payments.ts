import "server-only";
import { db } from "@/lib/db/client";

export const isEventKnown = async (id: string): Promise<boolean> =>
  (await db().gatewayEvent.count({ where: { id } })) > 0;

/** Checkouts that are still open in the books and have been so for a while: what the reconciliation asks the gateway about. */
export const openCheckouts = (createdBefore: Date): Promise<{ gatewaySessionId: string | null }[]> =>
  db().payment.findMany({
    where: { status: "pending", gatewaySessionId: { not: null }, createdAt: { lt: createdBefore } },
    select: { gatewaySessionId: true },
    orderBy: { createdAt: "asc" },
    take: 200,
  });

/** A refund as the gateway needs it. */
export const refundToSend = (refundId: string) =>
  db().refund.findUnique({
    where: { id: refundId },
    select: {
      id: true,
      status: true,
      amountFen: true,
      idempotencyKey: true,
      gatewayRefundId: true,
      payment: { select: { gatewayPaymentId: true } },
    },
  });

/** Refunds that the gateway had not settled when last heard of. */
export const openRefunds = (createdBefore: Date): Promise<{ id: string }[]> =>
  db().refund.findMany({
    where: { status: "pending", createdAt: { lt: createdBefore } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: 200,
  });

export const refundIdAtGateway = (gatewayRefundId: string): Promise<{ id: string } | null> =>
  db().refund.findUnique({ where: { gatewayRefundId }, select: { id: true } });
