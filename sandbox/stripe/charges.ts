/** Charges: one per attempt to pay. */
import type { Route } from "../http";
import { type Account, type Charge, type Method, makeId, nowInSeconds, type PaymentIntent } from "./account";
import { moveMoney } from "./balance";
import type { Endpoint } from "./endpoint";
import { createdShape, listPage, pageShape, wantedBy } from "./list-page";
import { parameters, text } from "./parameters";
import { known } from "./stripe-error";

/** What the stand-in keeps of each payment: a share of ten thousand, and 220 fen. Not given back on refunds. */
const feeShares: Record<Method, number> = { card: 340, alipay: 220, wechat_pay: 220 };
const fixedFeeFen = 220;

/** A pending charge of the whole intent. Charges other than by card carry Stripe's `py_` ids. */
export function createCharge({ state }: Account, intent: PaymentIntent, method: Method): Charge {
  const charge: Charge = {
    id: makeId(method === "card" ? "ch_3" : "py_3"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: false,
    created: nowInSeconds(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: makeId("pm_1"),
    payment_method_details: methodDetails(method),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "pending",
    transfer_data: null,
    transfer_group: null,
  };
  state.paymentIntents.revise(intent, { latest_charge: charge.id });
  return state.charges.add(charge);
}

/** The money arrives: the charge is captured and the balance grows by it, less the fee. */
export function captureCharge(account: Account, charge: Charge): void {
  const method = methodOf(charge);
  const fee = Math.round((charge.amount * feeShares[method]) / 10_000) + fixedFeeFen;
  const type = method === "card" ? "charge" : "payment";
  account.state.charges.revise(charge, {
    amount_captured: charge.amount,
    balance_transaction: moveMoney(account, charge, { type, amount: charge.amount, fee }).id,
    captured: true,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      seller_message: "Payment complete.",
      type: "authorized",
    },
    paid: true,
    status: "succeeded",
  });
}

export const methodOf = (charge: Charge) => (charge.payment_method_details?.type ?? "card") as Method;

function methodDetails(method: Method): Charge["payment_method_details"] {
  if (method === "alipay") return { type: method, alipay: { fingerprint: null, transaction_id: null } };
  if (method === "wechat_pay") return { type: method, wechat_pay: { fingerprint: null, transaction_id: null } };
  return { type: method };
}

export function chargeRoutes(endpoint: Endpoint): Route[] {
  const listParameters = parameters({ ...pageShape, ...createdShape, payment_intent: text().optional() });
  return [
    endpoint("GET", "/v1/charges/:id", parameters({}), ({ state }, { id }) =>
      known(state.charges, id, "charge", "charge"),
    ),
    endpoint("GET", "/v1/charges", listParameters, ({ state }, { values }) => {
      const { created, payment_intent } = values;
      return listPage("/v1/charges", state.charges.all(), values, wantedBy<Charge>(created, { payment_intent }));
    }),
  ];
}
