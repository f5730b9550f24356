import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { apiVersion } from "./account";
import { openStripeBench, type StripeBench } from "./stripe-bench";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

const nowInSeconds = () => Math.floor(Date.now() / 1000);

test("the stand-in speaks the API version of the official library", () => {
  expect(apiVersion).toBe(Stripe.API_VERSION);
});

test("a patient who pays is sent back, and the session, its intent and its charge are paid", async () => {
  const session = await bench.createSession({
    client_reference_id: "payment-1",
    metadata: { payment: "payment-1" },
    payment_intent_data: { metadata: { payment: "payment-1" } },
  });
  expect(session).toMatchObject({
    status: "open",
    payment_status: "unpaid",
    amount_total: 5_000,
    payment_intent: null,
  });
  expect(session.id).toMatch(/^cs_test_/);
  expect(session.url).toBe(`${bench.url}/c/pay/${session.id}`);

  expect(await bench.press(session, "pay")).toBe(`https://hospital.example/paid?session=${session.id}`);

  const paid = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent.latest_charge"] });
  expect(paid).toMatchObject({
    status: "complete",
    payment_status: "paid",
    url: null,
    client_reference_id: "payment-1",
  });
  expect(paid.payment_intent).toMatchObject({
    status: "succeeded",
    amount_received: 5_000,
    metadata: { payment: "payment-1" },
    latest_charge: { object: "charge", paid: true, amount: 5_000, currency: "cny" },
  });
  const { event } = { event: await bench.awaitEvent("checkout.session.completed") };
  expect(event.data.object).toMatchObject({ id: session.id, payment_status: "paid" });
  await bench.awaitEvent("payment_intent.succeeded");
});

test("a second press of Pay charges nothing more", async () => {
  const session = await bench.createSession();
  const places = await Promise.all([bench.press(session, "pay"), bench.press(session, "pay")]);
  expect(places.sort()).toEqual([`/c/pay/${session.id}`, `https://hospital.example/paid?session=${session.id}`]);
  const { data } = await bench.stripe.balanceTransactions.list();
  expect(data).toHaveLength(1);
});

test("a declined card leaves the session open with the reason, and another attempt can succeed", async () => {
  const session = await bench.createSession();
  expect(await bench.press(session, "decline")).toBe(`/c/pay/${session.id}`);
  const declined = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
  expect(declined).toMatchObject({
    status: "open",
    payment_status: "unpaid",
    payment_intent: { status: "requires_payment_method", last_payment_error: { code: "card_declined" } },
  });
  await bench.awaitEvent("payment_intent.payment_failed");
  expect(await bench.see(`/c/pay/${session.id}`)).toContain('role="alert"');

  await bench.press(session, "pay");
  const paid = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
  expect(paid).toMatchObject({
    payment_status: "paid",
    payment_intent: { last_payment_error: null, amount_received: 5_000 },
  });
  const charges = await bench.stripe.charges.list({ payment_intent: (paid.payment_intent as Stripe.PaymentIntent).id });
  expect(charges.data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
});

test("a patient who abandons the page goes back, and can still pay later", async () => {
  const session = await bench.createSession();
  expect(await bench.press(session, "abandon")).toBe("https://hospital.example/cancelled");
  expect(await bench.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: "open",
    payment_intent: null,
  });
  await bench.press(session, "pay");
  expect(await bench.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: "paid" });
});

test("an expired session takes no money, and its declined intent is cancelled with it", async () => {
  const session = await bench.createSession();
  await bench.press(session, "decline");
  const expired = await bench.stripe.checkout.sessions.expire(session.id);
  expect(expired).toMatchObject({ status: "expired", url: null });
  await bench.awaitEvent("checkout.session.expired");
  await bench.awaitEvent("payment_intent.canceled");

  expect(await bench.press(session, "pay")).toBe(`/c/pay/${session.id}`);
  expect(await bench.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: "unpaid" });
  await expect(bench.stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({
    type: "StripeInvalidRequestError",
    statusCode: 400,
    message: expect.stringContaining("has a status of `expired`"),
  });
});

test("a session left open expires by itself when its time has come", async () => {
  const session = await bench.createSession({ expires_at: nowInSeconds() });
  const event = await bench.awaitEvent("checkout.session.expired");
  expect(event.data.object).toMatchObject({ id: session.id, status: "expired" });
  expect(event.request).toEqual({ id: null, idempotency_key: null });
});

test("a payment that was made cannot be expired away", async () => {
  const { session } = await bench.createPaid();
  await expect(bench.stripe.checkout.sessions.expire(session.id)).rejects.toThrow("has a status of `complete`");
});

test.each([
  ["pay-later", "checkout.session.async_payment_succeeded", "paid"],
  ["fail-later", "checkout.session.async_payment_failed", "unpaid"],
])("after %s the money is decided later, by %s", async (action, type, outcome) => {
  const session = await bench.createSession();
  await bench.press(session, action, "alipay");
  const completed = await bench.awaitEvent("checkout.session.completed");
  expect(completed.data.object).toMatchObject({ status: "complete", payment_status: "unpaid" });
  expect((await bench.awaitEvent(type)).data.object).toMatchObject({ id: session.id, payment_status: outcome });
});

test("line items come with expand or by their own list", async () => {
  const session = await bench.createSession();
  const item = { description: "复诊诊查费", quantity: 2, amount_total: 5_000, price: { unit_amount: 2_500 } };
  const { line_items: expanded } = await bench.stripe.checkout.sessions.retrieve(session.id, {
    expand: ["line_items"],
  });
  expect(expanded?.data).toMatchObject([item]);
  expect((await bench.stripe.checkout.sessions.listLineItems(session.id)).data).toMatchObject([item]);
});

test("the intent of a session is cancelled only by expiring the session", async () => {
  const session = await bench.createSession();
  await bench.press(session, "decline");
  const { payment_intent: intent } = await bench.stripe.checkout.sessions.retrieve(session.id);
  await expect(bench.stripe.paymentIntents.cancel(String(intent))).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

test("an intent without a session is declined with 402, confirmed with another card, and then not cancelled", async () => {
  const { paymentIntents } = bench.stripe;
  const intent = await paymentIntents.create({ amount: 900, currency: "cny" });
  const declined = paymentIntents.confirm(intent.id, { payment_method: "pm_card_chargeDeclinedInsufficientFunds" });
  await expect(declined).rejects.toMatchObject({
    ...{ type: "StripeCardError", statusCode: 402, code: "card_declined", decline_code: "insufficient_funds" },
    payment_intent: { id: intent.id, status: "requires_payment_method" },
  });
  expect(await paymentIntents.confirm(intent.id, { payment_method: "pm_card_visa" })).toMatchObject({
    status: "succeeded",
  });
  await expect(paymentIntents.cancel(intent.id)).rejects.toThrow("it has a status of succeeded");

  const unused = await paymentIntents.create({ amount: 900, currency: "cny" });
  const cancelled = await paymentIntents.cancel(unused.id, { cancellation_reason: "abandoned" });
  expect(cancelled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
});
