import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { monthBounds } from "@/lib/domain/month";
import { notFound } from "@/lib/errors";

const named = {
  order: { select: { id: true, number: true } },
  consultation: { select: { id: true, number: true } },
} as const;

/** What moved in a month of the hospital: payments that arrived and refunds that were sent, in the order of time. */
export async function monthOfPayments(actor: Person, month: string) {
  const [gte, lt] = monthBounds(month);
  const [payments, refunds] = await Promise.all([
    db().payment.findMany({
      where: { AND: [scope.payment(actor), { settledAt: { gte, lt }, status: { in: ["succeeded", "refunded"] } }] },
      select: { id: true, purpose: true, amountFen: true, settledAt: true, ...named },
    }),
    db().refund.findMany({
      where: { payment: scope.payment(actor), status: "succeeded", settledAt: { gte, lt } },
      select: {
        id: true,
        amountFen: true,
        settledAt: true,
        payment: { select: { id: true, purpose: true, ...named } },
      },
    }),
  ]);
  const rows = [
    ...payments.map(({ id, purpose, amountFen, settledAt, order, consultation }) => ({
      ...{ id, paymentId: id, purpose, amountFen, at: settledAt ?? gte, order, consultation },
    })),
    ...refunds.map(({ id, amountFen, settledAt, payment }) => ({
      ...{ id, paymentId: payment.id, purpose: payment.purpose, amountFen: -amountFen, at: settledAt ?? gte },
      ...{ order: payment.order, consultation: payment.consultation },
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return { rows, netFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0) };
}

/** A payment that arrived, for its receipt. Throws `not_found`, also for one that never did. */
export async function receiptOf(actor: Person, id: string) {
  const payment = await db().payment.findFirst({
    where: { AND: [{ id, settledAt: { not: null } }, scope.payment(actor)] },
    select: {
      ...{ purpose: true, amountFen: true, settledAt: true, gatewayPaymentId: true },
      order: { select: { number: true, prescription: { select: { patient: { select: { name: true } } } } } },
      consultation: { select: { number: true, patient: { select: { name: true } } } },
      refunds: {
        where: { status: "succeeded" },
        select: { amountFen: true, settledAt: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!payment?.settledAt) throw notFound();
  const { order, consultation, settledAt, ...rest } = payment;
  return {
    ...{ ...rest, settledAt, number: (order ?? consultation)?.number ?? "" },
    patientName: order?.prescription.patient.name ?? consultation?.patient.name ?? "",
  };
}
