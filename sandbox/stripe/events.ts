/** Events: what the account tells the application, by webhook and by `GET /v1/events`. */
import type { Route } from "../http";
import {
  type Account,
  apiVersion,
  type EventSubject,
  type EventType,
  makeId,
  nowInSeconds,
  type StripeEvent,
} from "./account";
import type { Endpoint } from "./endpoint";
import { createdShape, listPage, pageShape, wantedBy } from "./list-page";
import { flag, list, parameters, text } from "./parameters";
import { known } from "./stripe-error";

const keptForSeconds = 30 * 24 * 60 * 60;

/** Records that `type` happened to `subject` as it is now, and has the webhook told. */
export function emit(account: Account, type: EventType, subject: EventSubject): void {
  const { state, cause, faults } = account;
  const id = makeId("evt_1");
  const isDropped = faults.strikes(faults.settings.dropWebhooks);
  state.events.add({
    id,
    object: "event",
    api_version: apiVersion,
    created: nowInSeconds(),
    data: { object: structuredClone(subject) },
    livemode: false,
    pending_webhooks: isDropped ? 0 : 1,
    request: cause,
    type,
  });
  state.deliveries.add({ id, state: isDropped ? "dropped" : "pending", attempts: [] });
  if (isDropped) return;
  account.plan({ task: "deliver", subject: id, at: Date.now() + faults.webhookDelayMs(), retry: 0 });
  if (faults.strikes(faults.settings.doubleWebhooks)) {
    account.plan({ task: "deliverAgain", subject: id, at: Date.now() + faults.webhookDelayMs() });
  }
}

/** Forgets what Stripe would no longer list: events older than 30 days. */
export function forgetOldEvents({ events, deliveries }: Account["state"], now = nowInSeconds()): void {
  for (const { id, created } of events.all()) {
    if (created >= now - keptForSeconds) continue;
    events.remove(id);
    deliveries.remove(id);
  }
}

export function eventRoutes(endpoint: Endpoint): Route[] {
  const listParameters = parameters({
    ...pageShape,
    ...createdShape,
    type: text().optional(),
    types: list(text()).optional(),
    delivery_success: flag.optional(),
  });
  return [
    endpoint("GET", "/v1/events/:id", parameters({}), ({ state }, { id }) => known(state.events, id, "event", "id")),
    endpoint("GET", "/v1/events", listParameters, ({ state }, { values }) => {
      const { type, types = type === undefined ? undefined : [type], delivery_success: isDelivered } = values;
      const isRecent = wantedBy<StripeEvent>(values.created);
      return listPage(
        "/v1/events",
        state.events.all(),
        values,
        (event) =>
          isRecent(event) &&
          (types === undefined || types.some((wanted) => isOfType(event.type, wanted))) &&
          (isDelivered === undefined || (state.deliveries.get(event.id)?.state === "delivered") === isDelivered),
      );
    }),
  ];
}

/** `wanted` may end in `*`. */
const isOfType = (type: string, wanted: string) =>
  wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
