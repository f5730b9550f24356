/** What the stand-in's tests stand on: the official library, a webhook that checks signatures, a payer. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { vi } from "vitest";
import { plain, post, serve } from "../http";
import type { FaultSettings } from "./faults";
import { startStripe } from "./start-stripe";

export const secretKey = "sk_test_bench00000000000001";
export const webhookSecret = "whsec_bench";

export type Received = { body: string; signature: string; event: Stripe.Event };
type Changes = Partial<Stripe.Checkout.SessionCreateParams>;

/** Opens all of it on free ports, with an empty data folder. Close it after the test. */
export async function openStripeBench(retryDelaysMs: number[] = [5, 10, 20]) {
  const dataFolder = await mkdtemp(join(tmpdir(), "stripe-"));
  const received: Received[] = [];
  const answers: number[] = [];
  const webhook = await serve({
    port: 0,
    routes: [
      post("/webhook", (incoming) => {
        const body = incoming.text();
        const signature = String(incoming.headers["stripe-signature"]);
        received.push({ body, signature, event: Stripe.webhooks.constructEvent(body, signature, webhookSecret) });
        return plain("", answers.shift() ?? 200);
      }),
    ],
  });
  const start = () =>
    startStripe({
      ...{ port: 0, secretKey, webhookSecret, dataFolder, retryDelaysMs, settleDelayMs: 5, merchant: "妇儿医院" },
      webhookUrl: `${webhook.url}/webhook`,
    });
  let standIn = await start();
  const clientFor = (key: string) =>
    new Stripe(key, {
      host: "127.0.0.1",
      port: standIn.port,
      protocol: "http",
      maxNetworkRetries: 0,
      telemetry: false,
    });

  const bench = {
    stripe: clientFor(secretKey),
    clientFor,
    dataFolder,
    /** Every webhook that came, in order; `answers` are the statuses the next ones get (then 200). */
    received,
    answers,
    get url() {
      return standIn.url;
    },
    /** A session over a fee of ¥50.00. */
    createSession: (changes: Changes = {}, options?: Stripe.RequestOptions) =>
      bench.stripe.checkout.sessions.create(sessionParameters(changes), options),
    /** Presses a button of the payment page; returns where the browser is sent. */
    async press(session: { id: string }, action: string, method = "card"): Promise<string | null> {
      const body = new URLSearchParams({ action, method });
      const response = await fetch(`${standIn.url}/c/pay/${session.id}`, { method: "POST", body, redirect: "manual" });
      if (response.status !== 303) throw new Error(`The payment page answered ${response.status}.`);
      return response.headers.get("location");
    },
    /** A session paid by that method, as the API shows it afterwards. */
    async createPaid(method = "card", changes: Changes = {}) {
      const session = await bench.createSession(changes);
      await bench.press(session, "pay", method);
      const paid = await bench.stripe.checkout.sessions.retrieve(session.id);
      return { session: paid, intent: String(paid.payment_intent) };
    },
    async see(path: string, headers: Record<string, string> = {}): Promise<string> {
      return (await fetch(standIn.url + path, { headers })).text();
    },
    async setFaults(faults: Partial<FaultSettings>): Promise<void> {
      const response = await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(faults) });
      if (!response.ok) throw new Error(await response.text());
    },
    typesReceived: () => received.map(({ event }) => event.type).sort(),
    /** Waits until a webhook of that type has come. */
    awaitEvent: (type: string) =>
      vi.waitFor(() => {
        const found = received.find(({ event }) => event.type === type);
        if (!found) throw new Error(`No ${type} among ${bench.typesReceived().join(", ") || "nothing"}.`);
        return found.event;
      }, 4_000),
    /** Stops the stand-in and starts it again on the same folder. */
    async restart(whileStopped?: () => Promise<unknown>): Promise<void> {
      await standIn.close();
      await whileStopped?.();
      standIn = await start();
      bench.stripe = clientFor(secretKey);
    },
    async close(): Promise<void> {
      await standIn.close();
      await webhook.close();
      await rm(dataFolder, { recursive: true });
    },
  };
  return bench;
}

export type StripeBench = Awaited<ReturnType<typeof openStripeBench>>;

export const sessionParameters = (changes: Changes = {}): Stripe.Checkout.SessionCreateParams => ({
  mode: "payment",
  line_items: [
    { price_data: { currency: "cny", unit_amount: 2_500, product_data: { name: "复诊诊查费" } }, quantity: 2 },
  ],
  success_url: "https://hospital.example/paid?session={CHECKOUT_SESSION_ID}",
  cancel_url: "https://hospital.example/cancelled",
  ...changes,
});
