import "server-only";
import { freshenStock } from "@/lib/db/fresh-order";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { billsOf } from "@/lib/domain/order";
import { CHECKOUT_LEAST_MINUTES, CHECKOUT_MINUTES } from "@/lib/domain/payment";
import type { BeginPayment } from "@/lib/domain/payment-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

export interface PaymentIntent {
  readonly paymentId: string;
  readonly number: string;
  readonly amountFen: number;
  readonly idempotencyKey: string;
  readonly expiresAt: Date;
  /** Already there when an open checkout is asked for again. */
  readonly checkoutUrl: string | null;
}

const livePayments = (purpose: BeginPayment["purpose"]) => ({
  where: { purpose, status: { in: ["pending", "succeeded"] as ["pending", "succeeded"] } },
  select: { id: true, status: true, amountFen: true, idempotencyKey: true, expiresAt: true, checkoutUrl: true },
});

/** What is to be paid for, in the payer's scope: number, amount in fen, until when, and the payment that lives already. */
async function thingToPay(work: Work, input: BeginPayment) {
  if (input.purpose === "consultation_fee") {
    const found = await work.tx.consultation.findFirst({
      where: { id: input.consultationId, ...scope.consultation(work.actor) },
      select: {
        id: true,
        number: true,
        status: true,
        dueAt: true,
        feeFen: true,
        patientId: true,
        payments: livePayments(input.purpose),
      },
    });
    return found && { ...found, amountFen: found.feeFen };
  }
  const found = await work.tx.order.findFirst({
    where: { id: input.orderId, ...scope.order(work.actor) },
    select: {
      id: true,
      number: true,
      status: true,
      dueAt: true,
      patientId: true,
      medicineFen: true,
      deliveryFen: true,
      deliveryPayment: true,
      payments: livePayments(input.purpose),
      prescription: { select: { status: true, validUntil: true } },
      items: { select: { packs: true, unitPriceFen: true, medicine: { select: { priceFen: true } } } },
    },
  });
  if (!found) return null;
  const bill = billsOf(found).find(({ purpose }) => purpose === input.purpose);
  return { ...found, amountFen: bill?.amountFen ?? 0 };
}

/** An intent that never got a page, and by now is too near its end for the gateway to open one: another takes its place. */
const isStillborn = (payment: { checkoutUrl: string | null; expiresAt: Date }, now: Date) =>
  !payment.checkoutUrl && payment.expiresAt < addMinutes(now, CHECKOUT_LEAST_MINUTES);

interface Ordered {
  readonly id: string;
  readonly prescription: { readonly status: string; readonly validUntil: Date | null };
  readonly items: readonly { packs: number; unitPriceFen: number; medicine: { priceFen: number } }[];
}

/**
 * As the payment of the medicine begins, the order is looked at once more: the prescription still stands (R15), prices are what was ordered, the packs
 * may still be issued (R25; others take their place). Throws `prescription_out_of_date`, `price_changed`, `out_of_stock`. From here on the
 * price holds until the gateway's page closes.
 */
async function requireAsOrdered(work: Work, order: Ordered): Promise<void> {
  const { status, validUntil } = order.prescription;
  if (status !== "approved" || !validUntil || validUntil <= work.now)
    throw new Refusal("prescription_out_of_date", { rule: "R15" });
  if (order.items.some(({ unitPriceFen, medicine }) => unitPriceFen !== medicine.priceFen))
    throw new Refusal("price_changed");
  await freshenStock(work, order.id);
}

/** Stores the intent to pay with its idempotency key, before the gateway is called; an open one is handed out again. */
export async function beginPayment(work: Work, input: BeginPayment): Promise<PaymentIntent> {
  authorize(work.actor, "payment.begin");
  const thing = await thingToPay(work, input);
  if (!thing) throw notFound();
  const [latest] = thing.payments;
  if (latest?.status === "succeeded") throw new Refusal("already_paid");
  if (thing.status !== "awaiting_payment" || (thing.dueAt && thing.dueAt <= work.now))
    throw new Refusal("payment_closed");
  if (thing.amountFen <= 0) throw new Refusal("nothing_to_pay");
  const live = latest && !isStillborn(latest, work.now) ? latest : undefined;
  if (!live && input.purpose === "medicine" && "items" in thing) await requireAsOrdered(work, thing);
  if (latest && !live)
    await work.tx.payment.updateMany({
      where: { id: latest.id, status: "pending", checkoutUrl: null },
      data: { status: "failed", version: { increment: 1 } },
    });

  const intent = live
    ? { paymentId: live.id, ...live }
    : {
        paymentId: newId(),
        amountFen: thing.amountFen,
        idempotencyKey: newId(),
        expiresAt: addMinutes(work.now, CHECKOUT_MINUTES),
        checkoutUrl: null,
      };
  if (!live)
    await work.tx.payment.create({
      data: {
        id: intent.paymentId,
        accountId: asPerson(work.actor).accountId,
        purpose: input.purpose,
        ...(input.purpose === "consultation_fee" ? { consultationId: thing.id } : { orderId: thing.id }),
        amountFen: intent.amountFen,
        idempotencyKey: intent.idempotencyKey,
        createdAt: work.now,
        expiresAt: intent.expiresAt,
      },
      select: { id: true },
    });
  work.audit({
    action: "payment.begin",
    subjectType: "payment",
    subjectId: intent.paymentId,
    patientId: thing.patientId,
    detail: { purpose: input.purpose, amountFen: intent.amountFen },
  });
  const { paymentId, amountFen, idempotencyKey, expiresAt, checkoutUrl } = intent;
  return { paymentId, number: thing.number, amountFen, idempotencyKey, expiresAt, checkoutUrl };
}
