/** Checkout sessions in the API: a payment page for some line items, open until it is paid or expires. */
import { z } from "zod";
import type { Route } from "../http";
import { type Account, methods, type Session } from "./account";
import type { Endpoint } from "./endpoint";
import { createdShape, listPage, pageShape, wantedBy } from "./list-page";
import { lineItemOf, newSession } from "./new-session";
import { address, integer, list, metadata, parameters, removedParameter, text } from "./parameters";
import { expireSession } from "./session-outcomes";
import { invalidRequest, known } from "./stripe-error";

/** Stripe refuses totals under about HK$4 in any currency, and those of more than eight digits. */
const leastFen = 400;
const mostFen = 99_999_999;

const lineItemShape = z.strictObject({
  price_data: z.strictObject({
    currency: z.enum(["cny"]),
    unit_amount: integer(),
    product_data: z.strictObject({
      name: text(),
      description: text().optional(),
      metadata: metadata.optional(),
      images: list(address).optional(),
    }),
  }),
  quantity: integer(1, 999_999),
});

const createParameters = parameters({
  mode: z.enum(["payment"]),
  ui_mode: z.enum(["hosted_page"]).default("hosted_page"),
  line_items: list(lineItemShape),
  allowed_payment_method_types: list(z.enum(methods)).optional(),
  payment_method_types: removedParameter,
  payment_method_options: z
    .strictObject({
      wechat_pay: z.strictObject({ client: z.enum(["web"]) }).optional(),
      alipay: z.strictObject({}).optional(),
      card: z.strictObject({}).optional(),
    })
    .optional(),
  success_url: address,
  cancel_url: address.optional(),
  expires_at: integer(0, 99_999_999_999).optional(),
  metadata: metadata.default({}),
  client_reference_id: text(200).optional(),
  payment_intent_data: z.strictObject({ metadata: metadata.optional(), description: text().optional() }).optional(),
  locale: z.enum(["auto", "zh", "zh-HK", "zh-TW", "en", "en-GB"]).optional(),
  submit_type: z.enum(["auto", "pay"]).optional(),
  customer_email: text(512).optional(),
});
export type WantedSession = z.output<typeof createParameters>;

function createSession(account: Account, wanted: WantedSession): Session {
  const items = wanted.line_items.map(lineItemOf);
  const total = items.reduce((sum, { amount_total }) => sum + amount_total, 0);
  if (total < leastFen) {
    const message = "The Checkout Session's total amount due must add up to at least ¥4.00 cny";
    throw invalidRequest(message, { code: "amount_too_small" });
  }
  if (total > mostFen) {
    const message = "The Checkout Session's total amount due must be no more than ¥999,999.99 cny";
    throw invalidRequest(message, { code: "amount_too_large" });
  }
  const session = account.state.sessions.add(newSession(account, wanted, total));
  const { description = null, metadata = {} } = wanted.payment_intent_data ?? {};
  account.state.baskets.add({ id: session.id, lineItems: items, description, metadata });
  account.plan({ task: "expireSession", subject: session.id, at: session.expires_at * 1000 });
  return session;
}

export function checkoutRoutes(endpoint: Endpoint): Route[] {
  const find = ({ state }: Account, id: string) => known(state.sessions, id, "checkout.session", "session");
  const listParameters = parameters({
    ...pageShape,
    ...createdShape,
    payment_intent: text().optional(),
    status: z.enum(["open", "complete", "expired"]).optional(),
  });
  return [
    endpoint("POST", "/v1/checkout/sessions", createParameters, (account, { values }) =>
      createSession(account, values),
    ),
    endpoint("GET", "/v1/checkout/sessions/:id", parameters({}), (account, { id }) => find(account, id)),
    endpoint("GET", "/v1/checkout/sessions", listParameters, ({ state }, { values }) => {
      const { created, payment_intent, status } = values;
      const wanted = wantedBy<Session>(created, { payment_intent, status });
      return listPage("/v1/checkout/sessions", state.sessions.all(), values, wanted);
    }),
    endpoint("GET", "/v1/checkout/sessions/:id/line_items", parameters(pageShape), (account, { id, values }) => {
      const items = account.state.baskets.get(find(account, id).id)?.lineItems ?? [];
      return listPage(`/v1/checkout/sessions/${id}/line_items`, items.toReversed(), values);
    }),
    endpoint("POST", "/v1/checkout/sessions/:id/expire", parameters({}), (account, { id }) => {
      const session = find(account, id);
      if (session.status !== "open") {
        throw invalidRequest(
          `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
        );
      }
      expireSession(account, session);
      return session;
    }),
  ];
}
