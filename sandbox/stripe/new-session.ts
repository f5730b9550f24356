/** Checkout sessions and their line items, as Stripe shapes them. */
import { type Account, type LineItem, makeId, methods, nowInSeconds, type Session } from "./account";
import type { WantedSession } from "./checkout-sessions";

const openForSeconds = 24 * 60 * 60;

/** An open session over `total` fen, for a day where nothing else is wanted. */
export function newSession(account: Account, wanted: WantedSession, total: number): Session {
  const id = makeId("cs_test_a1");
  const created = nowInSeconds();
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: wanted.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: wanted.cancel_url ?? null,
    client_reference_id: wanted.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency: "cny",
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null,
    customer_account: null,
    customer_creation: "if_required",
    customer_details: null,
    customer_email: wanted.customer_email ?? null,
    discounts: [],
    expires_at: wanted.expires_at ?? created + openForSeconds,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: wanted.locale ?? null,
    managed_payments: null,
    metadata: wanted.metadata,
    mode: wanted.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: wanted.allowed_payment_method_types ?? [...methods],
    payment_status: "unpaid",
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: wanted.submit_type ?? null,
    subscription: null,
    success_url: wanted.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: wanted.ui_mode,
    url: pageAddress(account, id),
    wallet_options: null,
  };
}

/** Where the payment page of a session is. */
export const pageAddress = ({ url }: Account, id: string) => `${url}/c/pay/${id}`;

export function lineItemOf({
  price_data: { currency, unit_amount, product_data },
  quantity,
}: WantedSession["line_items"][number]): LineItem {
  const amount = unit_amount * quantity;
  return {
    id: makeId("li_1"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: product_data.name,
    metadata: {},
    price: {
      id: makeId("price_1"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created: nowInSeconds(),
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: makeId("prod_"),
      recurring: null,
      tax_behavior: "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount,
      unit_amount_decimal: String(unit_amount),
    },
    quantity,
  };
}
