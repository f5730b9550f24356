import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStripeBench, type StripeBench, secretKey, sessionParameters } from "./stripe-bench";

let bench: StripeBench;
beforeEach(async () => {
  bench = await openStripeBench();
});
afterEach(() => bench.close());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(bench.url + path, { ...init, headers: { authorization: `Bearer ${secretKey}`, ...init.headers } });

test("a wrong key is refused with 401 and never shown in full", async () => {
  const wrong = bench.clientFor("sk_test_thisKeyIsNotTheOne9876");
  const refused = await wrong.checkout.sessions.create(sessionParameters()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(refused).toMatchObject({ statusCode: 401, rawType: "invalid_request_error" });
  expect((refused as Error).message).toMatch(/^Invalid API Key provided: sk_test_\*+9876$/);
  expect((await bench.stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a request without a key is refused, on unknown addresses too", async () => {
  for (const path of ["/v1/refunds", "/v1/nothing"]) {
    const response = await fetch(bench.url + path);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });
  }
});

test("answers carry the request's id and the version it asked for", async () => {
  const { lastResponse } = await bench.stripe.refunds.list();
  expect(lastResponse.requestId).toMatch(/^req_/);
  expect(lastResponse.apiVersion).toBe(Stripe.API_VERSION);
  const response = await ask("/v1/refunds", { headers: { "stripe-version": "2024-06-20" } });
  expect(response.headers.get("stripe-version")).toBe("2024-06-20");
  expect((await ask("/v1/refunds", { headers: { "stripe-version": "newest" } })).status).toBe(400);
});

test.each([
  ["checkout session", () => bench.stripe.checkout.sessions.retrieve("cs_test_none"), "session"],
  ["payment intent", () => bench.stripe.paymentIntents.retrieve("pi_none"), "intent"],
  ["charge", () => bench.stripe.charges.retrieve("ch_none"), "charge"],
  ["refund", () => bench.stripe.refunds.retrieve("constructor"), "refund"],
  ["event", () => bench.stripe.events.retrieve("__proto__"), "id"],
  ["balance transaction", () => bench.stripe.balanceTransactions.retrieve("txn_none"), "id"],
])("an unknown %s is not found", async (_, retrieve, param) => {
  await expect(retrieve()).rejects.toMatchObject({ statusCode: 404, code: "resource_missing", param });
});

test("an address outside of what is covered says so", async () => {
  await expect(bench.stripe.customers.list()).rejects.toMatchObject({
    statusCode: 404,
    message: expect.stringContaining("Unrecognized request URL (GET: /v1/customers)"),
  });
});

const item = { price_data: { currency: "cny", unit_amount: 2_500, product_data: { name: "药费" } }, quantity: 1 };
test.each([
  ["parameter_missing", "success_url", { success_url: undefined }],
  ["parameter_missing", "line_items", { line_items: undefined }],
  ["parameter_missing", "line_items[0][quantity]", { line_items: [{ ...item, quantity: undefined }] }],
  ["payment_method_types_no_longer_supported", "payment_method_types", { payment_method_types: ["card"] }],
  [undefined, "allowed_payment_method_types[1]", { allowed_payment_method_types: ["card", "cheque"] }],
  ["parameter_unknown", "price", { price: "5000" }],
  [
    "parameter_unknown",
    "line_items[0][price_data][amount]",
    { line_items: [{ ...item, price_data: { ...item.price_data, amount: 1 } }] },
  ],
  ["parameter_invalid_integer", "line_items[0][quantity]", { line_items: [{ ...item, quantity: 0 }] }],
  ["parameter_invalid_integer", "line_items[0][quantity]", { line_items: [{ ...item, quantity: 1.5 }] }],
  ["parameter_invalid_integer", "expires_at", { expires_at: "tomorrow" }],
  ["parameter_invalid_empty", "success_url", { success_url: "" }],
  ["parameter_invalid_string", "client_reference_id", { client_reference_id: "x".repeat(201) }],
  ["parameter_invalid_string", "metadata[note]", { metadata: { note: "x".repeat(501) } }],
  [undefined, "mode", { mode: "subscription" }],
  ["url_invalid", "success_url", { success_url: "javascript:alert(1)" }],
  [
    undefined,
    "line_items[0][price_data][currency]",
    { line_items: [{ ...item, price_data: { ...item.price_data, currency: "usd" } }] },
  ],
  ["amount_too_small", undefined, { line_items: [{ ...item, price_data: { ...item.price_data, unit_amount: 399 } }] }],
  [
    "amount_too_large",
    undefined,
    { line_items: [{ ...item, price_data: { ...item.price_data, unit_amount: 99_999_999 }, quantity: 2 }] },
  ],
])("a session is refused with %s on %s", async (code, param, changes) => {
  const wrong = { ...sessionParameters(), ...changes } as Stripe.Checkout.SessionCreateParams;
  const refused = await bench.stripe.checkout.sessions.create(wrong).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  expect(refused).toMatchObject({ statusCode: 400, code, param });
  expect((await bench.stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a property that is no reference cannot be expanded", async () => {
  const session = await bench.createSession();
  await expect(bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["mode"] })).rejects.toThrow(
    "This property cannot be expanded (mode).",
  );
});

test("metadata may have any names and is kept as sent, empty values aside", async () => {
  const session = await bench.createSession({ metadata: { 0: "零", constructor: "x", "a b": "c&d=é", none: "" } });
  expect(session.metadata).toEqual({ 0: "零", constructor: "x", "a b": "c&d=é" });
});
