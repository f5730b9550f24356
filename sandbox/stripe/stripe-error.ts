/** Refusals in the shape of Stripe's API: https://docs.stripe.com/api/errors */
import type { Charge, PaymentIntent } from "./account";
import type { Item, Table } from "./journal";

export type ErrorBody = {
  type: "invalid_request_error" | "idempotency_error" | "card_error" | "api_error";
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  doc_url?: string;
  charge?: string;
  payment_intent?: PaymentIntent;
};

/** Ends an API request with `status` and `{ error: body }`. */
export class StripeError extends Error {
  readonly body: ErrorBody;
  /** False when the request was refused before any of it ran: then its idempotency key stays unused, as at Stripe. */
  readonly isKept: boolean;

  constructor(
    readonly status: number,
    { code, ...body }: ErrorBody,
    isKept = true,
  ) {
    super(body.message);
    const documented = code && { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` };
    this.body = { ...body, ...documented };
    this.isKept = isKept;
  }
}

/** 400: the request makes sense, but not now or not with these values. */
export const invalidRequest = (message: string, detail: { code?: string; param?: string } = {}) =>
  new StripeError(400, { type: "invalid_request_error", message, ...detail });

/** 400, before anything ran: a parameter is missing, unknown or malformed. */
export const invalidParameter = (message: string, detail: { code?: string; param?: string } = {}) =>
  new StripeError(400, { type: "invalid_request_error", message, ...detail }, false);

/** 404 for an id in the address, 400 for one in a parameter. */
export const noSuch = (object: string, id: string, param: string, status: 400 | 404 = 404) =>
  new StripeError(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${object}: '${id}'`,
    param,
  });

/** The object with that id, or `noSuch`. */
export function known<Kept extends Item>(
  items: Table<Kept>,
  id: string,
  object: string,
  param: string,
  status?: 400 | 404,
): Kept {
  const item = items.get(id);
  if (item === undefined) throw noSuch(object, id, param, status);
  return item;
}

/** 402: the attempt was made and the bank said no; the intent stays open for another. */
export const cardError = (intent: PaymentIntent, charge: Charge) =>
  new StripeError(402, {
    type: "card_error",
    code: charge.failure_code ?? "card_declined",
    decline_code: charge.outcome?.reason ?? undefined,
    message: charge.failure_message ?? "Your card was declined.",
    charge: charge.id,
    payment_intent: intent,
  });
