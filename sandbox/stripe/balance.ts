/** The account's balance: one transaction per movement of money, which is what reconciliation reads. */
import type { Route } from "../http";
import { type Account, type BalanceTransaction, type Charge, makeId, nowInSeconds, type Refund } from "./account";
import type { Endpoint } from "./endpoint";
import { createdShape, listPage, pageShape, wantedBy } from "./list-page";
import { parameters, text } from "./parameters";
import { known } from "./stripe-error";

/** Stripe's finer types, and the coarser category that its reports add them up by. */
const categories = {
  charge: "charge",
  payment: "charge",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund_failure",
} as const;
type Movement = { type: keyof typeof categories; amount: number; fee?: number };

/** Books `amount` fen (negative: out of the balance) for its `source`. */
export function moveMoney(
  { state }: Account,
  source: Charge | Refund,
  { type, amount, fee = 0 }: Movement,
): BalanceTransaction {
  const { currency } = source;
  const created = nowInSeconds();
  const feeDetail = { amount: fee, application: null, currency, description: "Processing fees", type: "stripe_fee" };
  return state.balanceTransactions.add({
    id: makeId("txn_3"),
    object: "balance_transaction",
    amount,
    available_on: created,
    balance_type: "payments",
    created,
    currency,
    description: source.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee > 0 ? [feeDetail] : [],
    net: amount - fee,
    reporting_category: categories[type],
    source: source.id,
    status: "available",
    type,
  });
}

export function balanceRoutes(endpoint: Endpoint): Route[] {
  const listParameters = parameters({
    ...pageShape,
    ...createdShape,
    type: text().optional(),
    source: text().optional(),
    currency: text(3).optional(),
  });
  return [
    endpoint("GET", "/v1/balance_transactions/:id", parameters({}), ({ state }, { id }) =>
      known(state.balanceTransactions, id, "balance transaction", "id"),
    ),
    endpoint("GET", "/v1/balance_transactions", listParameters, ({ state }, { values }) => {
      const { created, type, source, currency } = values;
      const wanted = wantedBy<BalanceTransaction>(created, { type, source, currency });
      return listPage("/v1/balance_transactions", state.balanceTransactions.all(), values, wanted);
    }),
  ];
}
