import { addDays } from "./calendar";
import type { OrderEvent, OrderStatus } from "./order";
import { orderMachine } from "./order";
import type { ShipmentStatus } from "./shipment";

/** Who has the medicine in hands. */
export type Holder = "pharmacy" | "window" | "carrier" | "patient";

/** An order's own steps, and those that leave its state as it is. */
export type OrderStep = OrderEvent | "place" | "send_again" | BesideStep;

/** Steps beside the way: they change no state and nobody's hands. */
export type BesideStep = "change_address" | "leave_out";
const beside: ReadonlySet<string> = new Set<BesideStep>(["change_address", "leave_out"]);

export interface OrderStory {
  readonly status: OrderStatus;
  readonly fulfilment: "pickup" | "express";
  readonly dueAt: Date | null;
  readonly handedOverAt: Date | null;
  /** The carrier's promise, where there is a carrier. */
  readonly maxDays: number | null;
  readonly events: readonly { readonly id: string; readonly event: string; readonly at: Date }[];
  readonly parcel: readonly {
    readonly id: string;
    readonly status: ShipmentStatus;
    readonly text: string;
    readonly at: Date;
  }[];
}

export interface TimelineStep {
  readonly id: string;
  readonly kind: "order" | "parcel";
  /** An `OrderStep`, or a state of the parcel. */
  readonly code: string;
  readonly state: "done" | "now" | "next";
  readonly at: Date | null;
  /** By when it should have happened. */
  readonly by: Date | null;
  /** The carrier's own words. */
  readonly text: string | null;
}

const holders: Partial<Record<OrderStatus, Holder>> = {
  paid: "pharmacy",
  picking: "pharmacy",
  checked: "pharmacy",
  sealed: "pharmacy",
  ready_for_pickup: "window",
  shipped: "carrier",
  collected: "patient",
  delivered: "patient",
  unclaimed: "pharmacy",
  returned: "pharmacy",
};

/** Who holds the medicine, and since when; null before anything was paid and after it was called off. */
export function holderOf({ status, events, parcel }: OrderStory): { holder: Holder; since: Date | null } | null {
  const holder = holders[status];
  if (!holder) return null;
  const changes: readonly { at: Date }[] = events.filter(({ event }) => !beside.has(event));
  const all: readonly { at: Date }[] = holder === "carrier" ? [...changes, ...parcel] : changes;
  const since = all.reduce<Date | null>((last, { at }) => (!last || at > last ? at : last), null);
  return { holder, since };
}

const mainPath: Partial<Record<OrderStatus, OrderEvent>> = {
  awaiting_payment: "settle",
  paid: "pick",
  picking: "check",
  checked: "seal",
  ready_for_pickup: "collect",
  shipped: "sign",
};

function nextEvent({ status, fulfilment }: Pick<OrderStory, "status" | "fulfilment">): OrderEvent | undefined {
  if (status === "sealed") return fulfilment === "pickup" ? "shelve" : "ship";
  return mainPath[status];
}

/** The last day on which the parcel should arrive. */
export const expectedBy = ({ handedOverAt, maxDays }: Pick<OrderStory, "handedOverAt" | "maxDays">): Date | null =>
  handedOverAt && maxDays !== null ? addDays(handedOverAt, maxDays) : null;

/** What comes if all goes well, in order; by when is known for the very next step alone. */
function toCome(story: OrderStory): TimelineStep[] {
  const steps: TimelineStep[] = [];
  const promised = story.status === "shipped" ? expectedBy(story) : story.dueAt;
  let status = story.status;
  for (let event = nextEvent({ ...story, status }); event; event = nextEvent({ ...story, status })) {
    const by = steps.length === 0 ? promised : null;
    steps.push({ id: `next-${event}`, kind: "order", code: event, state: "next", at: null, by, text: null });
    status = orderMachine.next(status, event);
  }
  return steps;
}

/** The whole life of an order and its parcel as one line: what was, what is, what comes next and by when. */
export function timelineOf(story: OrderStory): TimelineStep[] {
  const past = [
    ...story.events.map(({ id, event, at }) => ({ id, kind: "order" as const, code: event, at, text: null })),
    ...story.parcel.map(({ id, status, text, at }) => ({ id, kind: "parcel" as const, code: status, at, text })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const here = orderMachine.isFinal(story.status) ? undefined : past.findLast(({ code }) => !beside.has(code));
  return [
    ...past.map((step): TimelineStep => ({ ...step, by: null, state: step === here ? "now" : "done" })),
    ...toCome(story),
  ];
}
