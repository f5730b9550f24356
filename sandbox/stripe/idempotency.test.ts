import { afterEach, beforeEach, expect, test } from "vitest";
import { openStripeBench, type StripeBench, sessionParameters } from "./stripe-bench";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

test("the same key with the same parameters gives the same answer again and does nothing", async () => {
  const first = await bench.createSession({}, { idempotencyKey: "fee-1" });
  const again = await bench.createSession({}, { idempotencyKey: "fee-1" });
  expect(again).toEqual(first);
  expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
  expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect(again.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
  expect((await bench.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a replayed answer is the first one, even when the session has been paid since", async () => {
  const session = await bench.createSession({}, { idempotencyKey: "fee-1" });
  await bench.press(session, "pay");
  expect(await bench.createSession({}, { idempotencyKey: "fee-1" })).toMatchObject({ status: "open" });
});

test("a repeated key with another body is refused", async () => {
  await bench.createSession({}, { idempotencyKey: "fee-1" });
  const other = bench.createSession({ client_reference_id: "other" }, { idempotencyKey: "fee-1" });
  await expect(other).rejects.toMatchObject({
    type: "StripeIdempotencyError",
    statusCode: 400,
    rawType: "idempotency_error",
    message: expect.stringContaining("with the same parameters they were first used with"),
  });
});

test("a key of one endpoint is refused at another", async () => {
  const { intent } = await bench.createPaid();
  await bench.createSession({}, { idempotencyKey: "key" });
  await expect(
    bench.stripe.refunds.create({ payment_intent: intent }, { idempotencyKey: "key" }),
  ).rejects.toMatchObject({
    type: "StripeIdempotencyError",
    message: expect.stringContaining("('/v1/checkout/sessions' vs '/v1/refunds')"),
  });
});

test("a refund repeated with its key is one refund", async () => {
  const { intent } = await bench.createPaid();
  const refund = () =>
    bench.stripe.refunds.create({ payment_intent: intent, amount: 100 }, { idempotencyKey: "refund-1" });
  const first = await refund();
  expect((await refund()).id).toBe(first.id);
  expect((await bench.stripe.refunds.list()).data).toHaveLength(1);
});

test("a refusal that was decided is kept for its key, one of malformed parameters is not", async () => {
  const { intent } = await bench.createPaid();
  const refund = (amount: number, idempotencyKey: string) =>
    bench.stripe.refunds.create({ payment_intent: intent, amount }, { idempotencyKey });
  await expect(refund(5_001, "decided")).rejects.toThrow("greater than unrefunded amount");
  await expect(refund(5_001, "decided")).rejects.toMatchObject({ headers: { "idempotent-replayed": "true" } });
  await expect(refund(0, "malformed")).rejects.toMatchObject({ code: "parameter_invalid_integer" });
  expect(await refund(100, "malformed")).toMatchObject({ amount: 100 });
});

test("a declined card stays declined for its key", async () => {
  const pay = () =>
    bench.stripe.paymentIntents.create(
      { amount: 900, currency: "cny", confirm: true, payment_method: "pm_card_chargeDeclined" },
      { idempotencyKey: "declined" },
    );
  await expect(pay()).rejects.toMatchObject({ type: "StripeCardError" });
  await expect(pay()).rejects.toMatchObject({ type: "StripeCardError" });
  expect((await bench.stripe.charges.list()).data).toHaveLength(1);
});

test("a key still being answered is refused with 409, and its one effect stands", async () => {
  await bench.setFaults({ slowMs: 200 });
  const twice = await Promise.allSettled([
    bench.createSession({}, { idempotencyKey: "slow" }),
    bench.createSession({}, { idempotencyKey: "slow" }),
  ]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(twice.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { statusCode: 409, code: "idempotency_key_in_use" },
  });
  await bench.setFaults({});
  expect((await bench.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("a request that timed out is settled by repeating it with its key", async () => {
  await bench.setFaults({ slowMs: 150 });
  const parameters = sessionParameters();
  const timedOut = bench.stripe.checkout.sessions.create(parameters, { idempotencyKey: "fee-1", timeout: 40 });
  await expect(timedOut).rejects.toMatchObject({ type: "StripeConnectionError" });
  await bench.setFaults({});
  const settled = await bench.stripe.checkout.sessions.create(parameters, {
    idempotencyKey: "fee-1",
    maxNetworkRetries: 5,
  });
  expect((await bench.stripe.checkout.sessions.list()).data.map(({ id }) => id)).toEqual([settled.id]);
});
