import { afterEach, beforeEach, expect, test } from "vitest";
import { openStripeBench, type StripeBench } from "./stripe-bench";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

const failByHand = (id: string) => fetch(`${bench.url}/dashboard/refunds/${id}/fail`, { method: "POST" });

test("a card is refunded in part, then to the rest, and never above it", async () => {
  const { intent } = await bench.createPaid();
  const { refunds } = bench.stripe;
  const part = await refunds.create({
    ...{ payment_intent: intent, amount: 1_500, reason: "requested_by_customer", metadata: { refund: "refund-1" } },
  });
  expect(part).toMatchObject({ status: "succeeded", amount: 1_500, metadata: { refund: "refund-1" } });
  expect(part.id).toMatch(/^re_/);

  await expect(refunds.create({ payment_intent: intent, amount: 3_501 })).rejects.toMatchObject({
    type: "StripeInvalidRequestError",
    statusCode: 400,
    param: "amount",
    message: "Refund amount (¥35.01) is greater than unrefunded amount on charge (¥35.00)",
  });

  const rest = await refunds.create({ charge: String(part.charge) });
  expect(rest).toMatchObject({ amount: 3_500, payment_intent: intent });
  await expect(refunds.create({ payment_intent: intent })).rejects.toMatchObject({ code: "charge_already_refunded" });

  const charge = await bench.stripe.charges.retrieve(String(part.charge), { expand: ["refunds"] });
  expect(charge).toMatchObject({ amount_refunded: 5_000, refunded: true });
  expect(charge.refunds?.data.map(({ id }) => id)).toEqual([rest.id, part.id]);
  await bench.awaitEvent("refund.created");
  expect((await bench.awaitEvent("charge.refunded")).data.object).toMatchObject({ object: "charge" });
});

test("clients who refund the whole fee at the same moment get it once", async () => {
  const { intent } = await bench.createPaid();
  const attempts = Array.from({ length: 8 }, () =>
    bench.stripe.refunds.create({ payment_intent: intent, amount: 5_000 }),
  );
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test.each(["alipay", "wechat_pay"])("a refund to %s is pending until the wallet has confirmed it", async (method) => {
  const { intent } = await bench.createPaid(method);
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
  expect((await bench.awaitEvent("refund.updated")).data.object).toMatchObject({ id: refund.id, status: "succeeded" });
  const settled = await bench.stripe.refunds.retrieve(refund.id);
  expect(settled.status).toBe("succeeded");
  expect(settled.pending_reason).toBeUndefined();
});

test("a refund that the bank sends back fails, and the money can be refunded again", async () => {
  const { intent } = await bench.createPaid();
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  expect((await failByHand(refund.id)).status).toBe(200);
  const event = await bench.awaitEvent("refund.failed");
  expect(event.data.object).toMatchObject({
    id: refund.id,
    status: "failed",
    failure_reason: "expired_or_canceled_card",
  });
  expect(await bench.stripe.refunds.create({ payment_intent: intent })).toMatchObject({ amount: 5_000 });
});

test("failing a failed refund again changes nothing", async () => {
  const { intent } = await bench.createPaid();
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  await failByHand(refund.id);
  await failByHand(refund.id);
  const { data } = await bench.stripe.balanceTransactions.list({ type: "refund_failure" });
  expect(data).toHaveLength(1);
});

test("refunds fail later when the fault says so", async () => {
  await bench.setFaults({ refundsFail: 1 });
  const { intent } = await bench.createPaid("wechat_pay");
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  expect(refund.status).toBe("pending");
  expect((await bench.awaitEvent("refund.failed")).data.object).toMatchObject({ id: refund.id, status: "failed" });
});

test("the balance holds every movement with its fee, and ends with the fees alone after a full refund", async () => {
  const { intent } = await bench.createPaid("alipay");
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  const { data } = await bench.stripe.balanceTransactions.list({ expand: ["data.source"] });
  expect(data).toMatchObject([
    { type: "payment_refund", amount: -5_000, fee: 0, net: -5_000, source: { id: refund.id } },
    { type: "payment", amount: 5_000, fee: 330, net: 4_670, source: { object: "charge", payment_intent: intent } },
  ]);
  expect((await bench.stripe.balanceTransactions.list({ source: refund.id })).data).toHaveLength(1);
  expect((await bench.stripe.balanceTransactions.list({ type: "payment" })).data).toHaveLength(1);
});

test("a declined payment has nothing to refund", async () => {
  const session = await bench.createSession();
  await bench.press(session, "decline");
  const { payment_intent: intent } = await bench.stripe.checkout.sessions.retrieve(session.id);
  await expect(bench.stripe.refunds.create({ payment_intent: String(intent) })).rejects.toThrow(
    "does not have a successful charge to refund",
  );
});

test("refunds are found by their payment", async () => {
  const one = await bench.createPaid();
  const other = await bench.createPaid();
  const refund = await bench.stripe.refunds.create({ payment_intent: one.intent, amount: 100 });
  await bench.stripe.refunds.create({ payment_intent: other.intent, amount: 100 });
  const { data } = await bench.stripe.refunds.list({ payment_intent: one.intent });
  expect(data.map(({ id }) => id)).toEqual([refund.id]);
});
