/** `expand[]`: ids in an answer become the objects they name. https://docs.stripe.com/api/expanding_objects */
import type { State } from "./account";
import { listObject } from "./list-page";
import { invalidRequest } from "./stripe-error";

type Json = { [name: string]: unknown };

/** A copy of `answer` in which each path, such as `data.payment_intent.latest_charge`, leads through objects. */
export function expand(state: State, answer: object, paths: string[] = []): object {
  const copy = structuredClone(answer) as Json;
  for (const path of paths) open(state, copy, path.split("."), path);
  return copy;
}

function open(state: State, holder: Json | Json[], path: string[], whole: string): void {
  if (Array.isArray(holder)) {
    for (const each of holder) open(state, each, path, whole);
    return;
  }
  const [name = "", ...rest] = path;
  const value = included(state, holder, name) ?? holder[name];
  if (value === null) return;
  const object = typeof value === "string" ? find(state, value) : value;
  if (typeof object !== "object" || object === null) {
    throw invalidRequest(`This property cannot be expanded (${whole}).`, { param: "expand" });
  }
  holder[name] = object;
  if (rest.length > 0) open(state, object as Json, rest, whole);
}

/** What Stripe leaves out of an object unless it is asked for. */
function included(state: State, { id, object }: Json, name: string): unknown {
  if (object === "checkout.session" && name === "line_items") {
    return listObject(
      `/v1/checkout/sessions/${id}/line_items`,
      structuredClone(state.baskets.get(String(id))?.lineItems ?? []),
    );
  }
  if (object === "charge" && name === "refunds") {
    const refunds = state.refunds.all().filter(({ charge }) => charge === id);
    return listObject(`/v1/charges/${id}/refunds`, structuredClone(refunds.reverse()));
  }
  return undefined;
}

function find({ sessions, paymentIntents, charges, refunds, balanceTransactions }: State, id: string): unknown {
  const table = [sessions, paymentIntents, charges, refunds, balanceTransactions].find((each) => each.get(id));
  return structuredClone(table?.get(id));
}
