import "server-only";
import type Stripe from "stripe";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { stripe } from "./stripe-client";

export interface CheckoutOrder {
  readonly paymentId: string;
  readonly idempotencyKey: string;
  readonly amountFen: number;
  /** What the payer reads: the hospital's name and a number, nothing clinical (R32). */
  readonly label: string;
  readonly locale: string;
  readonly expiresAt: Date;
}

/** What the gateway says of a checkout now. */
export interface CheckoutState {
  readonly sessionId: string;
  readonly paymentId: string;
  readonly state: "open" | "paid" | "expired" | "failed";
  readonly amountFen: number;
  readonly currency: string;
  readonly gatewayPaymentId: string | null;
}

/** A payer who is done, with a method that answers later: by then the attempt may have failed for good. */
const hasFailed = (session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): boolean =>
  session.status === "complete" && (intent?.status === "requires_payment_method" || intent?.status === "canceled");

function stateOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): CheckoutState["state"] {
  if (session.payment_status === "paid") return "paid";
  if (session.status === "expired") return "expired";
  return hasFailed(session, intent) ? "failed" : "open";
}

/** Opens a hosted checkout; throws `unavailable` where the gateway does not answer. The same key opens the same checkout. */
export async function openCheckout(order: CheckoutOrder): Promise<{ sessionId: string; url: string }> {
  const back = `${env().NEXTAUTH_URL}/patient/payments/${order.paymentId}`;
  try {
    const session = await stripe().checkout.sessions.create(
      {
        mode: "payment",
        client_reference_id: order.paymentId,
        metadata: { paymentId: order.paymentId },
        line_items: [
          {
            quantity: 1,
            price_data: { currency: "cny", unit_amount: order.amountFen, product_data: { name: order.label } },
          },
        ],
        locale: order.locale === "en" ? "en" : "zh",
        expires_at: Math.floor(order.expiresAt.getTime() / 1000),
        success_url: back,
        cancel_url: back,
      },
      { idempotencyKey: order.idempotencyKey },
    );
    if (!session.url) throw new Error("a checkout without a page");
    return { sessionId: session.id, url: session.url };
  } catch (error) {
    throw new Refusal("payment_unavailable", { cause: error });
  }
}

/** Asks the gateway: the only word on a payment that counts. */
export async function readCheckout(sessionId: string): Promise<CheckoutState> {
  const session = await stripe().checkout.sessions.retrieve(sessionId, { expand: ["payment_intent"] });
  const intent = typeof session.payment_intent === "string" ? null : session.payment_intent;
  return {
    sessionId: session.id,
    paymentId: session.client_reference_id ?? "",
    state: stateOf(session, intent),
    amountFen: session.amount_total ?? 0,
    currency: session.currency ?? "",
    gatewayPaymentId: intent?.id ?? null,
  };
}

export interface RefundState {
  readonly gatewayRefundId: string;
  readonly state: "pending" | "succeeded" | "failed";
}

const refundState = (refund: Stripe.Refund): RefundState => ({
  gatewayRefundId: refund.id,
  state:
    refund.status === "succeeded"
      ? "succeeded"
      : refund.status === "failed" || refund.status === "canceled"
        ? "failed"
        : "pending",
});

/** Sends money back; the same key is the same refund. Throws where the gateway does not answer. */
export async function sendRefund(refund: {
  refundId: string;
  gatewayPaymentId: string;
  amountFen: number;
  idempotencyKey: string;
}): Promise<RefundState> {
  return refundState(
    await stripe().refunds.create(
      { payment_intent: refund.gatewayPaymentId, amount: refund.amountFen, metadata: { refundId: refund.refundId } },
      { idempotencyKey: refund.idempotencyKey },
    ),
  );
}

export const readRefund = async (gatewayRefundId: string): Promise<RefundState> =>
  refundState(await stripe().refunds.retrieve(gatewayRefundId));

export type GatewayMessage =
  | { readonly eventId: string; readonly type: string; readonly about: "checkout" | "refund"; readonly id: string }
  | { readonly eventId: string; readonly type: string; readonly about: "other" };

/** Checks the signature (at most 300 s old) over the raw body; throws the refusal `bad_signature`. */
export function readGatewayMessage(raw: string, signature: string | null): GatewayMessage {
  let event: Stripe.Event;
  try {
    event = stripe().webhooks.constructEvent(raw, signature ?? "", env().STRIPE_WEBHOOK_SECRET, 300);
  } catch (error) {
    throw new Refusal("bad_signature", { cause: error });
  }
  const { id: eventId, type } = event;
  if (type.startsWith("checkout.session.")) {
    const session = event.data.object as Stripe.Checkout.Session;
    return { eventId, type, about: "checkout", id: session.id };
  }
  if (type.startsWith("refund.")) {
    const refund = event.data.object as Stripe.Refund;
    return { eventId, type, about: "refund", id: refund.id };
  }
  return { eventId, type, about: "other" };
}
