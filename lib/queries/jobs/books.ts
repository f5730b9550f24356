import "server-only";
import { db } from "@/lib/db/client";
import type { GatewayEntry } from "@/lib/domain/books";

/** Days of the hospital among those given that no comparison was made of. */
export async function daysWithoutBooks(days: readonly Date[]): Promise<Date[]> {
  const made = await db().reconciliation.findMany({ where: { day: { in: [...days] } }, select: { day: true } });
  const had = new Set(made.map(({ day }) => day.getTime()));
  return days.filter((day) => !had.has(day.getTime()));
}

/** What the books hold of these ids of the gateway's, and whatever they say has moved between two moments. */
export async function bookedEntries(gatewayIds: readonly string[], from: Date, to: Date): Promise<GatewayEntry[]> {
  const ids = [...gatewayIds];
  const when = { gte: from, lt: to };
  const [payments, refunds] = await Promise.all([
    db().payment.findMany({
      where: {
        status: { in: ["succeeded", "refunded"] },
        gatewayPaymentId: { not: null },
        OR: [{ gatewayPaymentId: { in: ids } }, { settledAt: when }],
      },
      select: { gatewayPaymentId: true, amountFen: true },
    }),
    db().refund.findMany({
      where: {
        status: { not: "failed" },
        gatewayRefundId: { not: null },
        OR: [{ gatewayRefundId: { in: ids } }, { settledAt: when }],
      },
      select: { gatewayRefundId: true, amountFen: true },
    }),
  ]);
  return [
    ...payments.map(({ gatewayPaymentId, amountFen }) => ({
      ...{ kind: "paid" as const, gatewayId: gatewayPaymentId ?? "", amountFen },
    })),
    ...refunds.map(({ gatewayRefundId, amountFen }) => ({
      ...{ kind: "back" as const, gatewayId: gatewayRefundId ?? "", amountFen },
    })),
  ];
}
