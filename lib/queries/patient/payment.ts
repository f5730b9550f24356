import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";

/** One payment of the reader's, with its refunds and what it was for; null where there is none. */
export const paymentOf = (actor: Person, paymentId: string) =>
  db().payment.findFirst({
    where: { id: paymentId, ...scope.payment(actor) },
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
      consultation: { select: { number: true } },
      order: { select: { number: true } },
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
