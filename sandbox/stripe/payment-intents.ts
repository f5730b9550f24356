/** Payment intents in the API: those of checkout sessions, and others paid with Stripe's test payment methods. */
import { z } from "zod";
import type { Route } from "../http";
import { type Account, methods, type PaymentIntent } from "./account";
import type { Endpoint } from "./endpoint";
import { createdShape, listPage, pageShape, wantedBy } from "./list-page";
import { flag, integer, list, metadata, parameters, removedParameter, text } from "./parameters";
import { attempt, cancelIntent, createIntent, type Decline, declines, fail, succeed } from "./payment-attempts";
import { cardError, invalidRequest, known, noSuch } from "./stripe-error";

/** Stripe's own test payment methods, for intents without a payment page: https://docs.stripe.com/testing */
const testMethods: Record<string, Decline | null> = {
  pm_card_visa: null,
  pm_card_chargeDeclined: declines.card,
  pm_card_chargeDeclinedInsufficientFunds: declines.noFunds,
};

function confirm(account: Account, intent: PaymentIntent, testMethod: string): PaymentIntent {
  const decline = Object.hasOwn(testMethods, testMethod) ? testMethods[testMethod] : undefined;
  if (decline === undefined) throw noSuch("PaymentMethod", testMethod, "payment_method", 400);
  if (intent.status !== "requires_payment_method") throw unexpectedState("confirm", intent);
  const charge = attempt(account, intent, "card");
  if (decline) {
    fail(account, intent, charge, decline);
    throw cardError(intent, charge);
  }
  succeed(account, intent, charge);
  return intent;
}

const unexpectedState = (verb: string, { status }: PaymentIntent) =>
  invalidRequest(`You cannot ${verb} this PaymentIntent because it has a status of ${status}.`, {
    code: "payment_intent_unexpected_state",
  });

export function paymentIntentRoutes(endpoint: Endpoint): Route[] {
  const find = ({ state }: Account, id: string) => known(state.paymentIntents, id, "payment_intent", "intent");
  const createParameters = parameters({
    amount: integer(1),
    currency: z.enum(["cny"]),
    description: text().optional(),
    metadata: metadata.default({}),
    allowed_payment_method_types: list(z.enum(methods)).optional(),
    payment_method_types: removedParameter,
    payment_method: text().optional(),
    confirm: flag.default(false),
  });
  const reasons = z.enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"]);
  return [
    endpoint("POST", "/v1/payment_intents", createParameters, (account, { values }) => {
      const { payment_method: testMethod, confirm: isConfirmed, amount, currency, description = null } = values;
      const { metadata, allowed_payment_method_types: payment_method_types = [...methods] } = values;
      if (isConfirmed && testMethod === undefined) {
        throw invalidRequest("You cannot confirm this PaymentIntent because it's missing a payment method.", {
          code: "payment_intent_unexpected_state",
        });
      }
      const intent = createIntent(account, { amount, currency, description, metadata, payment_method_types });
      return isConfirmed && testMethod !== undefined ? confirm(account, intent, testMethod) : intent;
    }),
    endpoint("GET", "/v1/payment_intents/:id", parameters({}), (account, { id }) => find(account, id)),
    endpoint("GET", "/v1/payment_intents", parameters({ ...pageShape, ...createdShape }), ({ state }, { values }) =>
      listPage("/v1/payment_intents", state.paymentIntents.all(), values, wantedBy(values.created)),
    ),
    endpoint("POST", "/v1/payment_intents/:id/confirm", parameters({ payment_method: text() }), (account, call) =>
      confirm(account, find(account, call.id), call.values.payment_method),
    ),
    endpoint(
      "POST",
      "/v1/payment_intents/:id/cancel",
      parameters({ cancellation_reason: reasons.optional() }),
      (account, { id, values }) => {
        const intent = find(account, id);
        if (intent.status !== "requires_payment_method") throw unexpectedState("cancel", intent);
        const isOfSession = account.state.sessions.all().some((session) => session.payment_intent === id);
        if (isOfSession) {
          const message =
            "You cannot cancel this PaymentIntent because it was created by a Checkout Session. Expire the Checkout Session instead.";
          throw invalidRequest(message, { code: "payment_intent_unexpected_state" });
        }
        cancelIntent(account, intent, values.cancellation_reason ?? null);
        return intent;
      },
    ),
  ];
}
