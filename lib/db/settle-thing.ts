import "server-only";
import { addMinutes, minuteOf } from "@/lib/domain/calendar";
import { billsOf } from "@/lib/domain/order";
import { channels } from "@/lib/domain/realtime";
import { newId } from "./id";
import type { Work } from "./transact";

/**
 * Holds what is paid for until the transaction ends, before its payment is touched: two payments of one order, and a payment
 * against a cancel, come one after the other and take their locks in the same order.
 */
export async function holdThing(
  work: Work,
  paid: { readonly consultationId: string | null; readonly orderId: string | null },
): Promise<void> {
  if (paid.consultationId)
    await work.tx.$queryRaw`SELECT "id" FROM "Consultation" WHERE "id" = ${paid.consultationId}::uuid FOR UPDATE`;
  if (paid.orderId) await work.tx.$queryRaw`SELECT "id" FROM "Order" WHERE "id" = ${paid.orderId}::uuid FOR UPDATE`;
}

/**
 * The fee has arrived: the booking waits for its doctor, who is told. False where the booking is no longer waiting
 * for money (lapsed, cancelled): then the money goes back.
 */
export async function settleConsultation(work: Work, consultationId: string): Promise<boolean> {
  const found = await work.tx.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: {
      ...{ number: true, doctorId: true, accountId: true, channel: true, placeDay: true, placeTo: true },
      offering: { select: { acceptMinutes: true } },
    },
  });
  // Voice and video are promised for their session, text within the service's time.
  const dueAt =
    found.channel === "text"
      ? addMinutes(work.now, found.offering.acceptMinutes)
      : minuteOf(found.placeDay, found.placeTo);
  const { count } = await work.tx.consultation.updateMany({
    where: { id: consultationId, status: "awaiting_payment" },
    data: { status: "waiting", paidAt: work.now, dueAt, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await work.tx.consultationEvent.create({
    data: { id: newId(), consultationId, event: "pay", toStatus: "waiting", at: work.now },
    select: { id: true },
  });
  const params = { number: found.number, dueAt: dueAt.toISOString() };
  work.notify({
    accountId: found.accountId,
    kind: "consultation_paid",
    params,
    path: `/patient/consultations/${consultationId}`,
  });
  work.notify({
    accountId: found.doctorId,
    kind: "patient_waits",
    params,
    path: `/doctor/consultations/${consultationId}`,
  });
  work.emit({ channel: channels.consultation(consultationId), event: "changed", data: { id: consultationId } });
  work.emit({ channel: channels.account(found.doctorId), event: "changed", data: { id: consultationId } });
  return true;
}

/**
 * One of an order's payments has arrived. The order is paid when the medicine is settled, and the delivery too where it is
 * paid online (R23); until then its version alone moves on, so that whoever is about to cancel it looks again. False where the
 * order no longer waits for money.
 */
export async function settleOrder(work: Work, orderId: string): Promise<boolean> {
  const order = await work.tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      number: true,
      accountId: true,
      status: true,
      medicineFen: true,
      deliveryFen: true,
      deliveryPayment: true,
      payments: { where: { status: "succeeded" }, select: { purpose: true } },
    },
  });
  if (order.status !== "awaiting_payment") return false;
  const settled = new Set(order.payments.map((payment) => payment.purpose));
  work.emit({ channel: channels.order(orderId), event: "changed", data: { id: orderId } });
  if (!billsOf(order).every(({ purpose }) => settled.has(purpose))) {
    await work.tx.order.updateMany({ where: { id: orderId }, data: { version: { increment: 1 } } });
    return true;
  }
  const { count } = await work.tx.order.updateMany({
    where: { id: orderId, status: "awaiting_payment" },
    data: { status: "paid", paidAt: work.now, dueAt: null, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await work.tx.orderEvent.create({
    data: { id: newId(), orderId, event: "settle", toStatus: "paid", at: work.now },
    select: { id: true },
  });
  work.notify({
    accountId: order.accountId,
    kind: "order_paid",
    params: { number: order.number },
    path: `/patient/orders/${orderId}`,
  });
  work.emit({ channel: channels.dispensingDesk, event: "changed", data: { id: orderId } });
  return true;
}
