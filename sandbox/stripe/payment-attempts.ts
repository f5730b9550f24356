/** The life of a payment intent: attempts to pay it, until one succeeds or it is cancelled. */
import { type Account, type Charge, type Method, makeId, nowInSeconds, type PaymentIntent } from "./account";
import { captureCharge, createCharge } from "./charges";
import { emit } from "./events";

export type Decline = { code: string; reason: string; message: string };
export const declines = {
  card: { code: "card_declined", reason: "generic_decline", message: "Your card was declined." },
  noFunds: { code: "card_declined", reason: "insufficient_funds", message: "Your card has insufficient funds." },
  wallet: {
    code: "payment_method_customer_decline",
    reason: "generic_decline",
    message: "The customer did not approve the payment.",
  },
} satisfies Record<string, Decline>;

type Wanted = Pick<PaymentIntent, "amount" | "currency" | "description" | "metadata"> & {
  payment_method_types: Method[];
};

/** Opens an intent that waits for a first attempt. */
export function createIntent({ state }: Account, wanted: Wanted): PaymentIntent {
  const id = makeId("pi_3");
  return state.paymentIntents.add({
    ...wanted,
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: makeId(`${id}_secret_`),
    confirmation_method: "automatic",
    created: nowInSeconds(),
    customer: null,
    customer_account: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  });
}

/** An attempt of which nothing is known yet. End it by `succeed` or `fail`. */
export function attempt(account: Account, intent: PaymentIntent, method: Method): Charge {
  const charge = createCharge(account, intent, method);
  const { payment_method } = charge;
  account.state.paymentIntents.revise(intent, { status: "processing", last_payment_error: null, payment_method });
  return charge;
}

export function succeed(account: Account, intent: PaymentIntent, charge: Charge): void {
  captureCharge(account, charge);
  account.state.paymentIntents.revise(intent, { status: "succeeded", amount_received: intent.amount });
  emit(account, "payment_intent.succeeded", intent);
}

/** The intent goes back to waiting for an attempt. */
export function fail(account: Account, intent: PaymentIntent, charge: Charge, decline: Decline): void {
  const { code, reason, message } = decline;
  const outcome = {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: "declined_by_network",
    reason,
    seller_message: message,
    type: "issuer_declined",
  };
  const { charges, paymentIntents } = account.state;
  charges.revise(charge, { status: "failed", failure_code: code, failure_message: message, outcome });
  paymentIntents.revise(intent, {
    status: "requires_payment_method",
    payment_method: null,
    last_payment_error: { type: "card_error", code, decline_code: reason, message, charge: charge.id },
  });
  emit(account, "payment_intent.payment_failed", intent);
}

export function cancelIntent(
  account: Account,
  intent: PaymentIntent,
  reason: PaymentIntent["cancellation_reason"],
): void {
  const canceled_at = nowInSeconds();
  account.state.paymentIntents.revise(intent, { status: "canceled", canceled_at, cancellation_reason: reason });
  emit(account, "payment_intent.canceled", intent);
}
