import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

/** One payment of the reader's, with its refunds and what it was for. Throws `not_found`. */
export async function paymentOf(actor: Person, paymentId: string) {
  if (!isId(paymentId)) throw notFound();
  const payment = await db().payment.findFirst({
    where: { AND: [{ id: paymentId }, scope.payment(actor)] },
    select: {
      id: true,
      purpose: true,
      status: true,
      amountFen: true,
      refundedFen: true,
      checkoutUrl: true,
      expiresAt: true,
      settledAt: true,
      gatewaySessionId: true,
      consultationId: true,
      orderId: true,
      consultation: { select: { id: true, number: true, status: true } },
      order: { select: { id: true, number: true, status: true } },
      refunds: {
        select: {
          id: true,
          amountFen: true,
          status: true,
          reasonCode: true,
          createdAt: true,
          expectedAt: true,
          settledAt: true,
        },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!payment) throw notFound();
  return payment;
}

export type MyPayment = Awaited<ReturnType<typeof paymentOf>>;
