import Stripe from "stripe";
import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/stripe/route";
import { cancelOrder } from "@/lib/commands/order/cancel";
import { sweepOrder } from "@/lib/commands/order/sweep";
import { voidPrescription } from "@/lib/commands/prescription/void";
import { db } from "@/lib/db/client";
import { type Run, transact } from "@/lib/db/transact";
import { type Actor, type Person, systemActor } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { citation } from "@/lib/domain/rules";
import { person } from "@/lib/testing/consultation";
import { type Ordered, order } from "@/lib/testing/order";
import { type GatewayMessage, stripeStandIn } from "@/lib/testing/outside";
import { withRival } from "@/lib/testing/rival";
import { eventually } from "@/sandbox/eventually";
import { beginPaymentFlow } from "./begin";
import { carryOutRefund } from "./carry-out-refund";
import { refreshPayment } from "./refresh";

// There is no request here after which the framework could deliver anything.
vi.mock("@/lib/web/edge", () => ({ edgeRun: (actor: Actor, now: Date): Run => ({ actor, now }) }));

let gateway: Awaited<ReturnType<typeof stripeStandIn>>;
beforeAll(async () => {
  gateway = await stripeStandIn();
});

type Purpose = "medicine" | "delivery";
const unpaid = (express = {}) => order({ at: new Date(), express });
const begin = (actor: Person, { orderId }: Ordered, purpose: Purpose = "medicine", now = new Date()) =>
  beginPaymentFlow({ actor, now }, { purpose, orderId });
const paymentRow = (id: string) => db().payment.findUniqueOrThrow({ where: { id }, include: { refunds: true } });
const orderRow = ({ orderId }: Ordered) =>
  db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: { events: true, payments: { include: { refunds: true } } },
  });
const ledger = (paymentId: string) =>
  db().ledgerEntry.findMany({
    where: { paymentId },
    select: { account: true, amountFen: true },
    orderBy: { id: "asc" },
  });

const bring = ({ body, signature }: Pick<GatewayMessage, "body" | "signature">) =>
  POST(
    new Request("http://localhost/api/webhooks/stripe", {
      ...{ method: "POST", body, headers: { "stripe-signature": signature } },
    }),
  );

/** Begins, pays at the gateway's page, and waits for the gateway's message, which is not brought yet. */
async function payAtGateway(made: Ordered, purpose: Purpose = "medicine", method = "card") {
  const { paymentId, checkoutUrl } = await begin(made.patient, made, purpose);
  await gateway.press(checkoutUrl, "pay", method);
  const { gatewaySessionId } = await paymentRow(paymentId);
  const message = await gateway.message("checkout.session.completed", gatewaySessionId ?? "");
  return { paymentId, message };
}

test("R23: medicine and delivery are paid apart; the order is paid when both are, and the patient is told once", async () => {
  const made = await unpaid();
  const medicine = await payAtGateway(made);
  expect((await bring(medicine.message)).status).toBe(200);
  expect(await orderRow(made)).toMatchObject({ status: "awaiting_payment", paidAt: null });
  const delivery = await payAtGateway(made, "delivery");
  expect((await bring(delivery.message)).status).toBe(200);
  const row = await orderRow(made);
  expect(row).toMatchObject({ status: "paid", dueAt: null });
  expect(row.payments.map(({ status, amountFen }) => [status, amountFen])).toEqual([
    ["succeeded", 1000],
    ["succeeded", 1300],
  ]);
  expect(await ledger(medicine.paymentId)).toEqual([
    { account: "gateway", amountFen: 1000 },
    { account: "medicine", amountFen: -1000 },
  ]);
  expect(await ledger(delivery.paymentId)).toContainEqual({ account: "delivery", amountFen: -1300 });
  expect(await db().notice.count({ where: { accountId: made.patient.accountId, kind: "order_paid" } })).toBe(1);
  expect(
    await db().auditEvent.findFirst({ where: { subjectId: medicine.paymentId, action: "payment.settle" } }),
  ).toMatchObject({
    ...{ actorRole: "system:payments", detail: { outcome: "settled", amountFen: 1000, state: "paid" } },
  });
});

test("R23: where the courier is paid on arrival, the medicine alone makes the order paid", async () => {
  const made = await unpaid({ deliveryPayment: "courier" });
  await expect(begin(made.patient, made, "delivery")).rejects.toMatchObject({ code: "nothing_to_pay" });
  await bring((await payAtGateway(made)).message);
  expect(await orderRow(made)).toMatchObject({ status: "paid", deliveryFen: 1300 });
});

test(`R32 (${citation("R32", "en").text}): the gateway is told an amount, a number and an id, and nothing of the medicine or the person`, async () => {
  const made = await unpaid();
  const { paymentId } = await begin(made.patient, made);
  const { gatewaySessionId } = await paymentRow(paymentId);
  const session = await gateway.ask(`/v1/checkout/sessions/${gatewaySessionId}?expand[]=line_items`);
  const { number } = await orderRow(made);
  expect(session).toMatchObject({
    ...{ client_reference_id: paymentId, amount_total: 1000, currency: "cny", customer_email: null },
    line_items: { data: [{ description: number, quantity: 1 }] },
  });
  expect(JSON.stringify(session)).not.toMatch(/测试|李敏|138|Test Tablets/);
});

test("a declined card settles nothing; the same page takes another try", async () => {
  const made = await unpaid();
  const { paymentId, checkoutUrl } = await begin(made.patient, made);
  await gateway.press(checkoutUrl, "decline");
  const declined = await eventually(() => {
    const found = gateway.caught.findLast(({ type }) => type === "payment_intent.payment_failed");
    if (!found) throw new Error("nothing has come");
    return found;
  });
  expect((await bring(declined)).status).toBe(200);
  expect(await paymentRow(paymentId)).toMatchObject({ status: "pending" });
  expect(await begin(made.patient, made)).toEqual({ paymentId, checkoutUrl });
  await gateway.press(checkoutUrl, "pay");
  expect(await refreshPayment({ actor: made.patient, now: new Date() }, { paymentId })).toEqual({
    status: "succeeded",
  });
});

test("a page that was left comes back as the same page, and nothing was paid", async () => {
  const made = await unpaid();
  const { paymentId, checkoutUrl } = await begin(made.patient, made);
  expect(await gateway.press(checkoutUrl, "abandon")).toContain(`/patient/payments/${paymentId}`);
  expect(await refreshPayment({ actor: made.patient, now: new Date() }, { paymentId })).toEqual({ status: "pending" });
  expect(await begin(made.patient, made)).toEqual({ paymentId, checkoutUrl });
  expect(await ledger(paymentId)).toEqual([]);
});

test("the same message twice, and twice at once, books the money once", async () => {
  const made = await unpaid();
  const { paymentId, message } = await payAtGateway(made);
  const answers = await Promise.all([bring(message), bring(message), bring(message)]);
  answers.push(await bring(message));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await ledger(paymentId)).toHaveLength(2);
  const { id } = JSON.parse(message.body);
  expect(await db().gatewayEvent.count({ where: { id } })).toBe(1);
});

test("a payment whose message is lost is settled when the patient comes back, and a late message changes nothing", async () => {
  const made = await unpaid({ deliveryPayment: "courier" });
  const { paymentId, message } = await payAtGateway(made);
  expect(await refreshPayment({ actor: made.patient, now: new Date() }, { paymentId })).toEqual({
    status: "succeeded",
  });
  expect((await bring(message)).status).toBe(200);
  expect(await ledger(paymentId)).toHaveLength(2);
  expect((await orderRow(made)).events.filter(({ event }) => event === "settle")).toHaveLength(1);
});

const written = async () =>
  Promise.all([
    db().payment.aggregate({ _sum: { version: true } }),
    db().ledgerEntry.count(),
    db().gatewayEvent.count(),
    db().auditEvent.count(),
    db().outbox.count(),
    db().order.aggregate({ _sum: { version: true } }),
  ]);
const signed = (body: string, secret: string, timestamp = Math.floor(Date.now() / 1000)) =>
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });

test.each([
  [
    "with a signature of somebody else",
    ({ body }: GatewayMessage) => ({ body, signature: signed(body, "whsec_forged") }),
  ],
  ["with another body than was signed", (m: GatewayMessage) => ({ ...m, body: m.body.replace('"paid"', '"unpaid"') })],
  ["without a signature", ({ body }: GatewayMessage) => ({ body, signature: "" })],
  [
    "signed 301 seconds ago",
    ({ body }: GatewayMessage) => ({
      body,
      signature: signed(body, "whsec_tests", Math.floor(Date.now() / 1000) - 301),
    }),
  ],
  ["signed, but no JSON", () => ({ body: "{", signature: signed("{", "whsec_tests") })],
])("a message %s is 400, and nothing is written", async (_, forge) => {
  const { message } = await payAtGateway(await unpaid());
  const before = await written();
  expect((await bring(forge(message))).status).toBe(400);
  expect(await written()).toEqual(before);
});

test("a well-signed message that claims a payment is not believed: the gateway is asked", async () => {
  const made = await unpaid();
  const { paymentId } = await begin(made.patient, made);
  const { gatewaySessionId } = await paymentRow(paymentId);
  const claim = { id: gatewaySessionId, object: "checkout.session", payment_status: "paid", amount_total: 1000 };
  const body = JSON.stringify({
    id: "evt_claim",
    object: "event",
    type: "checkout.session.completed",
    data: { object: claim },
  });
  expect((await bring({ body, signature: signed(body, "whsec_tests") })).status).toBe(200);
  expect(await paymentRow(paymentId)).toMatchObject({ status: "pending" });
});

test("a checkout that is none of ours is 400", async () => {
  const made = await unpaid();
  const { paymentId, message } = await payAtGateway(made);
  await db().payment.update({ where: { id: paymentId }, data: { gatewaySessionId: null } });
  expect((await bring(message)).status).toBe(400);
});

test("money that arrives after the order lapsed goes back, at the gateway once however often it is asked", async () => {
  const made = await unpaid();
  const { paymentId, message } = await payAtGateway(made);
  const late = addMinutes(new Date(), 31);
  await transact({ actor: systemActor("deadlines"), now: late }, sweepOrder, { id: made.orderId });
  await bring(message);
  const { refunds, ...payment } = await paymentRow(paymentId);
  expect(payment).toMatchObject({ status: "succeeded", refundedFen: 1000 });
  expect(refunds).toMatchObject([{ amountFen: 1000, reasonCode: "paid_too_late", status: "pending" }]);
  const refundId = refunds[0]?.id ?? "";
  expect(await db().outbox.findFirst({ where: { topic: "refund", payload: { equals: { refundId } } } })).not.toBeNull();

  await Promise.all([carryOutRefund(refundId, late), carryOutRefund(refundId, late)]);
  await carryOutRefund(refundId, late);
  const atGateway = await gateway.ask(`/v1/refunds?payment_intent=${payment.gatewayPaymentId}`);
  expect(atGateway.data).toMatchObject([{ amount: 1000, status: "succeeded", metadata: { refundId } }]);
  expect(await paymentRow(paymentId)).toMatchObject({ status: "refunded", refunds: [{ status: "succeeded" }] });
  expect(await ledger(paymentId)).toEqual([
    { account: "gateway", amountFen: 1000 },
    { account: "medicine", amountFen: -1000 },
    { account: "gateway", amountFen: -1000 },
    { account: "medicine", amountFen: 1000 },
  ]);
  const notices = await db().notice.findMany({ where: { accountId: made.patient.accountId, kind: "refund_sent" } });
  expect(notices).toMatchObject([{ path: `/patient/payments/${paymentId}` }]);
  expect(await orderRow(made)).toMatchObject({ status: "lapsed" });
});

test("a refund to a wallet is under way until the gateway says that it has arrived", async () => {
  const made = await unpaid({ deliveryPayment: "courier" });
  const { paymentId, message } = await payAtGateway(made, "medicine", "alipay");
  await bring(message);
  await transact({ actor: made.patient, now: new Date() }, cancelOrder, { orderId: made.orderId });
  const refundId = (await paymentRow(paymentId)).refunds[0]?.id ?? "";
  await carryOutRefund(refundId, new Date());
  const { refunds } = await paymentRow(paymentId);
  expect(refunds).toMatchObject([{ status: "pending" }]);
  expect((await bring(await gateway.message("refund.updated", refunds[0]?.gatewayRefundId ?? ""))).status).toBe(200);
  expect(await paymentRow(paymentId)).toMatchObject({ status: "refunded", refunds: [{ status: "succeeded" }] });
});

test("a refund that the gateway could not carry out is shown as such, and the money can be given back again", async () => {
  const made = await unpaid({ deliveryPayment: "courier" });
  const { paymentId, message } = await payAtGateway(made, "medicine", "wechat_pay");
  await bring(message);
  await transact({ actor: made.patient, now: new Date() }, cancelOrder, { orderId: made.orderId });
  const refundId = (await paymentRow(paymentId)).refunds[0]?.id ?? "";
  await gateway.fail({ refundsFail: 1 });
  await carryOutRefund(refundId, new Date());
  await gateway.fail({});
  const { refunds } = await paymentRow(paymentId);
  await bring(await gateway.message("refund.failed", refunds[0]?.gatewayRefundId ?? ""));
  expect(await paymentRow(paymentId)).toMatchObject({
    status: "succeeded",
    refundedFen: 0,
    refunds: [{ status: "failed" }],
  });
  expect(await db().notice.count({ where: { accountId: made.patient.accountId, kind: "refund_failed" } })).toBe(1);
});

test("a wallet that says no afterwards frees the way for another try", async () => {
  const made = await unpaid();
  const { paymentId, checkoutUrl } = await begin(made.patient, made);
  await gateway.press(checkoutUrl, "fail-later", "alipay");
  const { gatewaySessionId } = await paymentRow(paymentId);
  await bring(await gateway.message("checkout.session.async_payment_failed", gatewaySessionId ?? ""));
  expect(await paymentRow(paymentId)).toMatchObject({ status: "failed" });
  const again = await begin(made.patient, made);
  expect(again.paymentId).not.toBe(paymentId);
  expect(again.checkoutUrl).not.toBe(checkoutUrl);
});

test("with the gateway down nothing is charged, and the next try opens the page", async () => {
  const made = await unpaid();
  await gateway.fail({ down: true });
  await expect(begin(made.patient, made)).rejects.toMatchObject({ code: "payment_unavailable" });
  await gateway.fail({});
  const [kept] = (await orderRow(made)).payments;
  expect(kept).toMatchObject({ status: "pending", checkoutUrl: null });
  expect(await begin(made.patient, made)).toMatchObject({ paymentId: kept?.id });
});

test("an intent that the gateway would find too short by now is replaced", async () => {
  const made = await unpaid();
  await gateway.fail({ down: true });
  await expect(begin(made.patient, made)).rejects.toMatchObject({ code: "payment_unavailable" });
  await gateway.fail({});
  await begin(made.patient, made, "medicine", addMinutes(new Date(), 3));
  const { payments } = await orderRow(made);
  expect(payments.map(({ status }) => status).sort()).toEqual(["failed", "pending"]);
});

test("an order that was paid, cancelled or has lapsed opens no page", async () => {
  const [done, gone, over] = [await unpaid(), await unpaid(), await unpaid()];
  await bring((await payAtGateway(done)).message);
  await expect(begin(done.patient, done)).rejects.toMatchObject({ code: "already_paid" });
  await transact({ actor: gone.patient, now: new Date() }, cancelOrder, { orderId: gone.orderId });
  await expect(begin(gone.patient, gone)).rejects.toMatchObject({ code: "payment_closed" });
  const late = addMinutes(new Date(), 31);
  await expect(begin(over.patient, over, "medicine", late)).rejects.toMatchObject({ code: "payment_closed" });
});

test("nobody pays for, or asks after, somebody else's order", async () => {
  const made = await unpaid();
  const stranger = await person("patient");
  await expect(begin(stranger, made)).rejects.toMatchObject({ code: "not_found" });
  await expect(begin(made.doctor, made)).rejects.toMatchObject({ code: "forbidden" });
  const { paymentId } = await begin(made.patient, made);
  await expect(refreshPayment({ actor: stranger, now: new Date() }, { paymentId })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("two tabs that begin at once share one payment", async () => {
  const made = await unpaid();
  await Promise.allSettled([begin(made.patient, made), begin(made.patient, made), begin(made.patient, made)]);
  expect((await orderRow(made)).payments).toHaveLength(1);
  expect(await begin(made.patient, made)).toMatchObject({ paymentId: expect.any(String) });
});

test("medicine and delivery that arrive at the same moment make the order paid, once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const made = await unpaid();
    const messages = [(await payAtGateway(made)).message, (await payAtGateway(made, "delivery")).message];
    await Promise.all(messages.map(bring));
    const row = await orderRow(made);
    expect(row.status).toBe("paid");
    expect(row.events.filter(({ event }) => event === "settle")).toHaveLength(1);
  }
});

test("the first of two payments arrives while the doctor voids: the doctor is told, and the order keeps its money", async () => {
  const made = await unpaid();
  const { message } = await payAtGateway(made);
  const voiding = withRival(voidPrescription, () => bring(message));
  const input = { prescriptionId: made.prescriptionId, reason: "剂量有误" };
  await expect(transact({ actor: made.doctor, now: new Date() }, voiding, input)).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await orderRow(made)).toMatchObject({ status: "awaiting_payment", payments: [{ refundedFen: 0 }] });
});

test("the first of two payments arrives while the patient cancels: the patient is told, and cancels with the money", async () => {
  const made = await unpaid();
  const { message } = await payAtGateway(made);
  const run = { actor: made.patient, now: new Date() };
  const cancelling = withRival(cancelOrder, () => bring(message));
  await expect(transact(run, cancelling, { orderId: made.orderId })).rejects.toMatchObject({ code: "conflict" });
  await transact(run, cancelOrder, { orderId: made.orderId });
  expect((await orderRow(made)).payments).toMatchObject([{ refundedFen: 1000, refunds: [{ amountFen: 1000 }] }]);
});

test("cancelled while the money arrives: either the order is paid, or every fen is on its way back", async () => {
  for (let round = 0; round < 10; round += 1) {
    const made = await unpaid();
    const messages = [(await payAtGateway(made)).message, (await payAtGateway(made, "delivery")).message];
    const cancel = transact({ actor: made.patient, now: new Date() }, cancelOrder, { orderId: made.orderId });
    const [cancelled, ...answers] = await Promise.allSettled([cancel, ...messages.map(bring)]);
    expect(answers).toMatchObject([{ value: { status: 200 } }, { value: { status: 200 } }]);
    const { status, payments } = await orderRow(made);
    const isCancelled = cancelled?.status === "fulfilled";
    expect(status).toBe(isCancelled ? "cancelled" : "paid");
    for (const { amountFen, refundedFen, refunds } of payments) {
      expect(refundedFen).toBe(isCancelled ? amountFen : 0);
      expect(refunds).toHaveLength(isCancelled ? 1 : 0);
    }
  }
});
