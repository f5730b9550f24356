import "server-only";
import Stripe from "stripe";
import type { GatewayEntry } from "@/lib/domain/books";
import { stripe } from "./stripe-client";

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const idOf = (thing: string | { readonly id: string } | null) => (typeof thing === "string" ? thing : thing?.id);

/** What the gateway itself lists between two moments: payments by their payment intent, and refunds that did not fail. Amounts in fen. */
export async function gatewayEntries(from: Date, to: Date): Promise<GatewayEntry[]> {
  const created = { gte: seconds(from), lt: seconds(to) };
  const entries: GatewayEntry[] = [];
  for await (const { payment_intent: intent, paid, amount } of stripe().charges.list({ created, limit: 100 })) {
    const gatewayId = idOf(intent);
    if (paid && gatewayId) entries.push({ kind: "paid", gatewayId, amountFen: amount });
  }
  for await (const { id, status, amount } of stripe().refunds.list({ created, limit: 100 }))
    if (status !== "failed" && status !== "canceled") entries.push({ kind: "back", gatewayId: id, amountFen: amount });
  return entries;
}

/** Null where the gateway has no such thing; any other failure is thrown on. */
const orNull = <Thing>(asked: Promise<Thing>): Promise<Thing | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing") return null;
    throw error;
  });

/** Whether the gateway knows of money that the books say has moved: for what stands on another of its days. */
export async function isAtGateway({ kind, gatewayId, amountFen }: GatewayEntry): Promise<boolean> {
  if (kind === "paid") {
    const intent = await orNull(stripe().paymentIntents.retrieve(gatewayId));
    return intent?.status === "succeeded" && intent.amount_received === amountFen;
  }
  const refund = await orNull(stripe().refunds.retrieve(gatewayId));
  return refund !== null && refund.amount === amountFen;
}
