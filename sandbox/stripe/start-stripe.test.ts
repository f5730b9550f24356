import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../eventually";
import { startStripe } from "./start-stripe";
import { openStripeBench, type StripeBench, secretKey } from "./stripe-bench";

const keys = { secretKey: "sk_test_x", webhookSecret: "whsec_x", webhookUrl: "http://127.0.0.1:1/webhook" };

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench([5, 10, 60_000]);
});
afterEach(() => bench.close());

/** Everything the API and the dashboard tell, as text. */
async function everything(): Promise<string> {
  const lists = ["checkout/sessions", "payment_intents", "charges", "refunds", "events", "balance_transactions"];
  const headers = { authorization: `Bearer ${secretKey}` };
  const shown = await Promise.all(lists.map((list) => bench.see(`/v1/${list}?limit=100`, headers)));
  return [...shown, await bench.see("/")].join("\n").replaceAll(bench.url, "");
}

test("a restart keeps sessions, payments, refunds, events, deliveries and balance", async () => {
  const { intent } = await bench.createPaid("alipay", { metadata: { payment: "1" } });
  await bench.stripe.refunds.create({ payment_intent: intent, amount: 700, metadata: { refund: "1" } });
  await bench.press(await bench.createSession(), "decline");
  await bench.stripe.checkout.sessions.expire((await bench.createSession()).id);
  const failing = await bench.stripe.refunds.create({ payment_intent: (await bench.createPaid()).intent });
  await fetch(`${bench.url}/dashboard/refunds/${failing.id}/fail`, { method: "POST" });
  for (const type of ["refund.failed", "refund.updated", "payment_intent.payment_failed"]) await bench.awaitEvent(type);
  await eventually(async () => expect(await bench.see("/")).not.toContain(">pending<"));

  const before = await everything();
  expect(before).toContain("expired_or_canceled_card");
  await bench.restart();
  expect(await everything()).toBe(before);
});

test("a restart keeps idempotency keys", async () => {
  const open = await bench.createSession({}, { idempotencyKey: "fee-1" });
  await bench.restart();
  const replayed = await bench.createSession({}, { idempotencyKey: "fee-1" });
  expect(replayed.id).toBe(open.id);
  expect(replayed.lastResponse.headers["idempotent-replayed"]).toBe("true");
  await expect(bench.createSession({ metadata: { a: "b" } }, { idempotencyKey: "fee-1" })).rejects.toMatchObject({
    type: "StripeIdempotencyError",
  });
});

test("an open session can be paid after a restart, at the server's new address", async () => {
  const { id } = await bench.createSession();
  await bench.restart();
  const session = await bench.stripe.checkout.sessions.retrieve(id);
  expect(session.url).toBe(`${bench.url}/c/pay/${id}`);
  await bench.press(session, "pay");
  expect(await bench.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: "paid" });
});

test("what fell due while the stand-in was stopped happens when it starts", async () => {
  const expiresAt = Math.floor(Date.now() / 1000) + 2;
  await bench.createSession({ expires_at: expiresAt });
  await bench.restart(() => vi.waitUntil(() => Date.now() > expiresAt * 1000, 4_000));
  expect((await bench.awaitEvent("checkout.session.expired")).created).toBeGreaterThanOrEqual(expiresAt);
});

test("a webhook that was not delivered before the stop is delivered after it", async () => {
  await bench.setFaults({ delayWebhooksMs: 1_000 });
  const session = await bench.createSession();
  await bench.stripe.checkout.sessions.expire(session.id);
  await bench.restart();
  expect(bench.received).toEqual([]);
  expect((await bench.awaitEvent("checkout.session.expired")).data.object).toMatchObject({ id: session.id });
});

test("faults are gone after a restart", async () => {
  await bench.setFaults({ down: true });
  await bench.restart();
  expect((await bench.stripe.refunds.list()).data).toEqual([]);
});

test("a second stand-in on a taken port is refused and leaves the first one's memory alone", async () => {
  const port = Number(new URL(bench.url).port);
  await expect(startStripe({ port, ...keys, dataFolder: bench.dataFolder })).rejects.toThrow("EADDRINUSE");
  const { id } = await bench.createSession();
  await bench.restart();
  expect((await bench.stripe.checkout.sessions.retrieve(id)).status).toBe("open");
});

test("a webhook with nobody listening is tried again", async () => {
  const lonely = await startStripe({ port: 0, ...keys, dataFolder: `${bench.dataFolder}/lonely`, retryDelaysMs: [1] });
  try {
    const body = new URLSearchParams({
      amount: "900",
      currency: "cny",
      confirm: "true",
      payment_method: "pm_card_visa",
    });
    await fetch(`${lonely.url}/v1/payment_intents`, {
      method: "POST",
      body,
      headers: { authorization: "Bearer sk_test_x" },
    });
    await eventually(async () => expect(await (await fetch(lonely.url)).text()).toMatch(/2 次/));
  } finally {
    await lonely.close();
  }
});
