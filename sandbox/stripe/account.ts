/** What the stand-in remembers of its one Stripe account, and what its parts may do with it. */
import { randomInt } from "node:crypto";
import type Stripe from "stripe";
import type { Job, PlannedJob } from "./agenda";
import type { Faults } from "./faults";
import type { KeptAnswer } from "./idempotency";
import type { Item, Journal } from "./journal";

/** The API version objects are shaped by and webhooks are sent in: the one of the official library in use. */
export const apiVersion = "2026-10-28.endive";

export const methods = ["card", "alipay", "wechat_pay"] as const;
export type Method = (typeof methods)[number];

/**
 * Stripe's own shapes, as they lie in the memory: references are ids, and only `expand` makes objects of them.
 * They are read-only because a change counts only if it is made through the table, which writes it down.
 */
export type PaymentIntent = Readonly<Stripe.PaymentIntent & { latest_charge: string | null }>;
export type Charge = Readonly<Stripe.Charge & { payment_intent: string; balance_transaction: string | null }>;
export type Refund = Readonly<Stripe.Refund & { charge: string; payment_intent: string }>;
export type BalanceTransaction = Readonly<Stripe.BalanceTransaction & { source: string }>;
export type LineItem = Readonly<
  Omit<Stripe.LineItem, "price"> & {
    price: Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount: number; unit_amount_decimal: string };
    quantity: number;
  }
>;
export type Session = Readonly<
  Omit<Stripe.Checkout.Session, "line_items" | "payment_method_types"> & {
    payment_intent: string | null;
    payment_method_types: Method[];
    amount_total: number;
    currency: string;
  }
>;
/** What a session (same id) was opened with and does not show by itself. */
export type Basket = Item & { lineItems: LineItem[]; description: string | null; metadata: Record<string, string> };
export type EventSubject = Session | PaymentIntent | Charge | Refund;
export type EventType =
  | `checkout.session.${"completed" | "expired" | "async_payment_succeeded" | "async_payment_failed"}`
  | `payment_intent.${"succeeded" | "payment_failed" | "canceled"}`
  | "charge.refunded"
  | `refund.${"created" | "updated" | "failed"}`;
export type StripeEvent = Readonly<
  Omit<Stripe.EventBase, "type" | "data"> & { type: EventType; data: { object: EventSubject } }
>;

/** One try at the webhook. `status` is null when no answer came; `at` in milliseconds. */
export type Attempt = { at: number; durationMs: number; status: number | null; error: string | null };
/** How an event (same id) reached the webhook. */
export type Delivery = Readonly<{
  id: string;
  state: "pending" | "delivered" | "failed" | "dropped";
  attempts: Attempt[];
}>;

export const stateOf = (journal: Journal) => ({
  sessions: journal.table<Session>("sessions"),
  baskets: journal.table<Basket>("baskets"),
  paymentIntents: journal.table<PaymentIntent>("paymentIntents"),
  charges: journal.table<Charge>("charges"),
  refunds: journal.table<Refund>("refunds"),
  balanceTransactions: journal.table<BalanceTransaction>("balanceTransactions"),
  events: journal.table<StripeEvent>("events"),
  deliveries: journal.table<Delivery>("deliveries"),
  answers: journal.table<KeptAnswer>("answers"),
  jobs: journal.table<PlannedJob>("jobs"),
});
export type State = ReturnType<typeof stateOf>;

/** The API request an event came from; both null for what a patient or the clock did. */
export type Cause = { id: string | null; idempotency_key: string | null };
export const noRequest: Cause = { id: null, idempotency_key: null };

export type Account = {
  state: State;
  cause: Cause;
  faults: Faults;
  merchant: string;
  /** How long a refund or a payment that Stripe confirms later stays pending. */
  settleDelayMs: number;
  /** Where this server is reached, without a trailing slash. */
  url: string;
  /** Within a change: has `job` run when it is due, after a restart too. */
  plan(job: Job): void;
};

/** Seconds since 1970, as every time in Stripe's API. */
export const nowInSeconds = () => Math.floor(Date.now() / 1000);

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const unusualLengths: Record<string, number> = { cs_test_a1: 58, prod_: 14, req_: 14 };

/** An id as Stripe would make it: `makeId("pi_3")` is `pi_3` and 23 random letters and digits. */
export function makeId(prefix: string): string {
  const length = unusualLengths[prefix] ?? 23;
  return prefix + Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
