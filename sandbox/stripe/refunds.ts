/** Refunds: money back to where it came from, never more than is left of the charge. */
import { z } from "zod";
import type { Route } from "../http";
import { type Account, type Charge, makeId, nowInSeconds, type Refund } from "./account";
import { moveMoney } from "./balance";
import { methodOf } from "./charges";
import type { Endpoint } from "./endpoint";
import { emit } from "./events";
import { createdShape, listPage, pageShape, wantedBy } from "./list-page";
import { integer, metadata, parameters, text } from "./parameters";
import { invalidParameter, invalidRequest, known } from "./stripe-error";

const createParameters = parameters({
  amount: integer(1).optional(),
  charge: text().optional(),
  payment_intent: text().optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: metadata.default({}),
});
type Wanted = z.output<typeof createParameters>;

/** Cards are refunded at once (and may fail afterwards); wallets stay pending until `settleRefund`. */
function createRefund(account: Account, wanted: Wanted): Refund {
  const charge = chargeOf(account, wanted);
  const rest = charge.amount - charge.amount_refunded;
  if (rest === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  }
  const { amount = rest } = wanted;
  if (amount > rest) {
    const message = `Refund amount (${inYuan(amount)}) is greater than unrefunded amount on charge (${inYuan(rest)})`;
    throw invalidRequest(message, { param: "amount" });
  }
  const refund = account.state.refunds.add(refundOf(charge, wanted, amount));
  const isByCard = methodOf(charge) === "card";
  const type = isByCard ? "refund" : "payment_refund";
  const { id: balance_transaction } = moveMoney(account, refund, { type, amount: -amount });
  account.state.refunds.revise(refund, { balance_transaction });
  takeBack(account, charge, amount);
  emit(account, "refund.created", refund);
  emit(account, "charge.refunded", charge);

  const succeeds = !account.faults.strikes(account.faults.settings.refundsFail);
  if (!isByCard || !succeeds) {
    account.plan({ task: "settleRefund", subject: refund.id, at: Date.now() + account.settleDelayMs, succeeds });
  }
  return refund;
}

/** Ends a pending refund, or fails one that seemed to have succeeded: banks do send money back. */
export function settleRefund(account: Account, refund: Refund, succeeds: boolean): void {
  if (!succeeds) {
    failRefund(account, refund);
  } else if (refund.status === "pending") {
    account.state.refunds.revise(refund, { status: "succeeded", pending_reason: undefined });
    emit(account, "refund.updated", refund);
  }
}

export const canFail = ({ status }: Refund) => status === "pending" || status === "succeeded";

/** The money returns to the account, and can be refunded again. */
export function failRefund(account: Account, refund: Refund): void {
  const charge = account.state.charges.get(refund.charge);
  if (!canFail(refund) || !charge) return;
  const type = "refund_failure";
  account.state.refunds.revise(refund, {
    status: "failed",
    pending_reason: undefined,
    failure_reason: methodOf(charge) === "card" ? "expired_or_canceled_card" : "unknown",
    failure_balance_transaction: moveMoney(account, refund, { type, amount: refund.amount }).id,
  });
  takeBack(account, charge, -refund.amount);
  emit(account, "refund.updated", refund);
  emit(account, "refund.failed", refund);
}

function takeBack({ state }: Account, charge: Charge, amount: number): void {
  const amount_refunded = charge.amount_refunded + amount;
  state.charges.revise(charge, { amount_refunded, refunded: amount_refunded === charge.amount });
}

function chargeOf({ state }: Account, { charge: chargeId, payment_intent: intentId }: Wanted): Charge {
  if (chargeId === undefined && intentId === undefined) {
    throw invalidParameter(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const intent =
    intentId === undefined ? undefined : known(state.paymentIntents, intentId, "payment_intent", "payment_intent", 400);
  const charge =
    chargeId === undefined
      ? state.charges.get(intent?.latest_charge ?? "")
      : known(state.charges, chargeId, "charge", "charge", 400);
  if (intent && charge && charge.payment_intent !== intent.id) {
    throw invalidRequest(`Charge ${charge.id} does not belong to PaymentIntent ${intent.id}.`, { param: "charge" });
  }
  if (charge?.status !== "succeeded") {
    const id = intentId ?? charge?.payment_intent;
    throw invalidRequest(`This PaymentIntent (${id}) does not have a successful charge to refund.`);
  }
  return charge;
}

function refundOf(charge: Charge, { reason, metadata }: Wanted, amount: number): Refund {
  const method = methodOf(charge);
  const isByCard = method === "card";
  const cardDetails = {
    reference_status: "pending",
    reference_type: "acquirer_reference_number",
    type: "refund" as const,
  };
  return {
    id: makeId(isByCard ? "re_3" : "pyr_3"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: nowInSeconds(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { type: method, [method]: isByCard ? cardDetails : {} },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(!isByCard && { pending_reason: "processing" }),
    reason: reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: isByCard ? "succeeded" : "pending",
    transfer_reversal: null,
  };
}

const inYuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`;

export function refundRoutes(endpoint: Endpoint): Route[] {
  const listParameters = parameters({
    ...pageShape,
    ...createdShape,
    charge: text().optional(),
    payment_intent: text().optional(),
  });
  return [
    endpoint("POST", "/v1/refunds", createParameters, (account, { values }) => createRefund(account, values)),
    endpoint("GET", "/v1/refunds/:id", parameters({}), ({ state }, { id }) =>
      known(state.refunds, id, "refund", "refund"),
    ),
    endpoint("GET", "/v1/refunds", listParameters, ({ state }, { values }) => {
      const { created, charge, payment_intent } = values;
      const wanted = wantedBy<Refund>(created, { charge, payment_intent });
      return listPage("/v1/refunds", state.refunds.all(), values, wanted);
    }),
  ];
}
