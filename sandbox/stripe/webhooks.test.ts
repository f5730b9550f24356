import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../eventually";
import { openStripeBench, type StripeBench, webhookSecret } from "./stripe-bench";
import { signature } from "./webhooks";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

const check = (body: string, header: string, secret = webhookSecret) =>
  Stripe.webhooks.constructEvent(body, header, secret);

test("a webhook passes the official check, and fails it when tampered with or signed otherwise", async () => {
  await bench.createPaid();
  await bench.awaitEvent("checkout.session.completed");
  const { body, signature: header } = bench.received[0] ?? { body: "", signature: "" };
  expect(check(body, header).object).toBe("event");
  expect(() => check(body.replace("5000", "5001"), header)).toThrow(Stripe.errors.StripeSignatureVerificationError);
  expect(() => check(body, header, "whsec_other")).toThrow(Stripe.errors.StripeSignatureVerificationError);
});

test("a webhook 299 seconds old passes the official check, one of 301 seconds does not", () => {
  const now = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({ id: "evt_1", object: "event" });
  expect(check(body, signature(body, webhookSecret, now - 299)).id).toBe("evt_1");
  expect(() => check(body, signature(body, webhookSecret, now - 301))).toThrow("Timestamp outside the tolerance zone");
});

test("events say which request they came from", async () => {
  const { intent } = await bench.createPaid();
  const refund = await bench.stripe.refunds.create({ payment_intent: intent }, { idempotencyKey: "refund-1" });
  const created = await bench.awaitEvent("refund.created");
  expect(created.request).toEqual({ id: refund.lastResponse.requestId, idempotency_key: "refund-1" });
  expect((await bench.awaitEvent("checkout.session.completed")).request).toEqual({ id: null, idempotency_key: null });
});

test("a webhook answered with 500 comes again, newly signed, until it is answered with 200", async () => {
  bench.answers.push(500, 503);
  await bench.stripe.checkout.sessions.expire((await bench.createSession()).id);
  await eventually(() => expect(bench.received).toHaveLength(3));
  expect(new Set(bench.received.map(({ event }) => event.id)).size).toBe(1);
  await eventually(async () => {
    const { data } = await bench.stripe.events.list({ delivery_success: true });
    expect(data).toMatchObject([{ type: "checkout.session.expired", pending_webhooks: 0 }]);
  });
  expect(await bench.see("/")).toContain("HTTP 503");
});

test("a webhook refused to the end counts as failed, and is sent again by hand", async () => {
  bench.answers.push(500, 500, 500, 302);
  await bench.stripe.checkout.sessions.expire((await bench.createSession()).id);
  await eventually(async () => expect(await bench.see("/")).toContain('<span class="badge bad">failed</span>'));
  expect(bench.received).toHaveLength(4);
  const id = bench.received[0]?.event.id;
  await fetch(`${bench.url}/dashboard/events/${id}/resend`, { method: "POST" });
  await eventually(async () =>
    expect((await bench.stripe.events.list({ delivery_success: true })).data).toHaveLength(1),
  );
  expect(bench.received).toHaveLength(5);
});

test("an event can be sent twice by hand, as Stripe may do on its own", async () => {
  await bench.stripe.checkout.sessions.expire((await bench.createSession()).id);
  const { id } = await bench.awaitEvent("checkout.session.expired");
  await fetch(`${bench.url}/dashboard/events/${id}/send-twice`, { method: "POST" });
  await eventually(() => expect(bench.received.map(({ event }) => event.id)).toEqual([id, id, id]));
});

test("a dropped webhook never comes, but the event can be listed", async () => {
  await bench.setFaults({ dropWebhooks: 1 });
  await bench.createPaid();
  await bench.setFaults({});
  await bench.stripe.checkout.sessions.expire((await bench.createSession()).id);
  await bench.awaitEvent("checkout.session.expired");
  expect(bench.typesReceived()).toEqual(["checkout.session.expired"]);
  const { data } = await bench.stripe.events.list({ types: ["checkout.session.completed", "payment_intent.*"] });
  expect(data.map(({ type }) => type)).toEqual(["checkout.session.completed", "payment_intent.succeeded"]);
});

test("webhooks come twice when the fault says so", async () => {
  await bench.setFaults({ doubleWebhooks: 1 });
  await bench.createPaid();
  await eventually(() =>
    expect(bench.typesReceived()).toEqual([
      ...["checkout.session.completed", "checkout.session.completed"],
      ...["payment_intent.succeeded", "payment_intent.succeeded"],
    ]),
  );
});

test("webhooks overtake each other when the fault says so, the same way for the same seed", async () => {
  async function orderWith(seed: number): Promise<string> {
    await bench.setFaults({ shuffleWebhooksMs: 400, seed });
    bench.received.length = 0;
    await bench.createPaid();
    await eventually(() => expect(bench.received).toHaveLength(2));
    return bench.received.map(({ event }) => event.type).join(" ");
  }
  const inOrder = "payment_intent.succeeded checkout.session.completed";
  const overtaken = "checkout.session.completed payment_intent.succeeded";
  expect(await orderWith(1)).toBe(overtaken);
  expect(await orderWith(8)).toBe(inOrder);
  expect(await orderWith(1)).toBe(overtaken);
});

test("while Stripe is down neither API nor page nor webhook speaks, and then all goes on", async () => {
  const session = await bench.createSession();
  await bench.setFaults({ down: true });
  await expect(bench.stripe.checkout.sessions.retrieve(session.id)).rejects.toMatchObject({
    type: "StripeConnectionError",
  });
  await expect(bench.see(`/c/pay/${session.id}`)).rejects.toThrow();
  expect(await bench.see("/health")).toBe("ok");
  await bench.setFaults({});
  await bench.press(session, "pay");
  await bench.awaitEvent("checkout.session.completed");
});

test("a fault that is not known is refused and changes nothing", async () => {
  await expect(bench.setFaults({ dropWebhooks: 2 })).rejects.toThrow("dropWebhooks");
  await expect(bench.setFaults({ drop: 1 } as object)).rejects.toThrow("drop");
  expect(JSON.parse(await bench.see("/faults"))).toMatchObject({ dropWebhooks: 0, down: false });
});
