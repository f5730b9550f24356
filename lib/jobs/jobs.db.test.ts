import { beforeAll, expect, test } from "vitest";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { beginPaymentFlow } from "@/lib/flows/payment/begin";
import { type Ordered, order, parcel, prescription, stockOf } from "@/lib/testing/order";
import { carrierStandIn, stripeStandIn } from "@/lib/testing/outside";
import { reconcile } from "./reconcile";
import { sweepDeadlines } from "./sweep";

let gateway: Awaited<ReturnType<typeof stripeStandIn>>;
let platform: Awaited<ReturnType<typeof carrierStandIn>>;
beforeAll(async () => {
  platform = await carrierStandIn(async () => new Response());
  gateway = await stripeStandIn();
});

const unpaid = () => order({ at: new Date(), express: { deliveryPayment: "courier" } });
const orderStatus = async ({ orderId }: Ordered) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })).status;
const soon = () => addMinutes(new Date(), 2);

async function payUnheard(made: Ordered) {
  const { paymentId, checkoutUrl } = await beginPaymentFlow(
    { actor: made.patient, now: new Date() },
    { purpose: "medicine", orderId: made.orderId },
  );
  await gateway.press(checkoutUrl, "pay");
  return paymentId;
}

test("money whose message never came is found by asking the gateway", async () => {
  const made = await unpaid();
  await payUnheard(made);
  await reconcile(soon());
  expect(await orderStatus(made)).toBe("paid");
});

test("a message gets a minute before anybody asks after it", async () => {
  const made = await unpaid();
  await payUnheard(made);
  await reconcile(new Date());
  expect(await orderStatus(made)).toBe("awaiting_payment");
});

test("a refund whose call was lost is carried out by the next round, once", async () => {
  const made = await unpaid();
  const paymentId = await payUnheard(made);
  await reconcile(soon());
  await transact({ actor: made.patient, now: new Date() }, cancelOrder, { orderId: made.orderId });
  await reconcile(soon());
  await reconcile(soon());
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId }, include: { refunds: true } });
  expect(payment).toMatchObject({ status: "refunded", refunds: [{ status: "succeeded" }] });
  const { data } = await gateway.ask(`/v1/refunds?payment_intent=${payment.gatewayPaymentId}`);
  expect(data).toHaveLength(1);
});

test("a parcel that could not be followed while the platform was down is followed later; one failure holds up nothing", async () => {
  const [one, other] = [await order({ status: "shipped" }), await order({ status: "shipped" })];
  const [bad, good] = [await parcel(one), await parcel(other)];
  await db().shipment.update({ where: { id: bad.id }, data: { carrierCode: "ems", trackingNumber: "?" } });
  await platform.fail({ down: true });
  await reconcile(soon());
  expect(await db().shipment.findUnique({ where: { id: good.id } })).toMatchObject({ subscribedAt: null });
  await platform.fail({ down: false });
  await reconcile(soon());
  expect(await db().shipment.findUnique({ where: { id: good.id } })).not.toMatchObject({ subscribedAt: null });
  expect(await db().shipment.findUnique({ where: { id: bad.id } })).toMatchObject({ subscribedAt: null });
});

test("R15: deadlines are acted on when their moment has passed, and only then", async () => {
  const [open, unused] = [await unpaid(), await prescription({ at: new Date() })];
  const used = await prescription({ at: new Date() });
  // A day's validity ends at midnight, which may come within the half-hour that is tried here.
  await db().prescription.update({
    where: { id: used.prescriptionId },
    data: { validUntil: addMinutes(new Date(), 60) },
  });
  await sweepDeadlines(addMinutes(new Date(), 29));
  expect(await orderStatus(open)).toBe("awaiting_payment");
  await db().prescription.updateMany({
    where: { id: { in: [unused.prescriptionId, open.prescriptionId] } },
    data: { validUntil: new Date() },
  });
  const late = addMinutes(new Date(), 31);
  await sweepDeadlines(late);
  expect(await orderStatus(open)).toBe("lapsed");
  expect(await stockOf(open.medicineId)).toMatchObject({ reserved: 0 });
  const statusOf = async (id: string) => (await db().prescription.findUniqueOrThrow({ where: { id } })).status;
  expect(await statusOf(unused.prescriptionId)).toBe("expired");
  expect(await statusOf(used.prescriptionId)).toBe("approved");
  // Its order has just lapsed: the prescription behind it is due in the same round.
  expect(await statusOf(open.prescriptionId)).toBe("expired");
});

test("two sweeps at the same moment act once", async () => {
  const made = await unpaid();
  const late = addMinutes(new Date(), 31);
  await Promise.all([sweepDeadlines(late), sweepDeadlines(late), sweepDeadlines(late)]);
  expect(await db().orderEvent.count({ where: { orderId: made.orderId, event: "lapse" } })).toBe(1);
  expect(await stockOf(made.medicineId)).toEqual({ quantity: 10, reserved: 0 });
});
