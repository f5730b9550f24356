import { expect, test } from "vitest";
import { addMinutes } from "./calendar";
import { orderMachine } from "./order";
import { expectedBy, holderOf, type OrderStory, timelineOf } from "./order-timeline";

const NOON = new Date("2026-11-23T04:00:00.000Z");
const at = (minutes: number) => addMinutes(NOON, minutes);
const event = (code: string, minutes: number) => ({ id: `${code}-${minutes}`, event: code, at: at(minutes) });
const story = (change: Partial<OrderStory> = {}): OrderStory => ({
  ...{ status: "paid", fulfilment: "express", dueAt: null, handedOverAt: null, maxDays: 2, parcel: [] },
  events: [event("place", 0), event("settle", 5)],
  ...change,
});
const codes = (one: OrderStory) => timelineOf(one).map(({ code, state }) => `${state} ${code}`);

test("a paid express order shows what was, where it stands, and every step up to the signature", () => {
  expect(codes(story())).toEqual([
    ...["done place", "now settle", "next pick", "next check", "next seal", "next ship", "next sign"],
  ]);
});

test("a pickup order goes to the window instead of the carrier", () => {
  expect(codes(story({ fulfilment: "pickup" })).slice(-3)).toEqual(["next seal", "next shelve", "next collect"]);
});

test("an unpaid order says by when it has to be paid, and only that", () => {
  const steps = timelineOf(story({ status: "awaiting_payment", dueAt: at(30), events: [event("place", 0)] }));
  expect(steps.filter(({ by }) => by)).toMatchObject([{ code: "settle", by: at(30) }]);
});

test("what the carrier says stands between the order's own steps, in the order of time", () => {
  const shipped = story({
    ...{ status: "shipped", handedOverAt: at(60), events: [event("ship", 60), event("place", 0)] },
    parcel: [
      { id: "b", status: "in_transit", text: "快件已离开重庆", at: at(300) },
      { id: "a", status: "collected", text: "快递员已揽收", at: at(90) },
    ],
  });
  expect(codes(shipped)).toEqual(["done place", "done ship", "done collected", "now in_transit", "next sign"]);
  expect(timelineOf(shipped).at(-1)).toMatchObject({ by: expectedBy(shipped) });
  expect(expectedBy(shipped)).toEqual(new Date("2026-11-25T05:00:00.000Z"));
  expect(holderOf(shipped)).toEqual({ holder: "carrier", since: at(300) });
});

test.each([
  ["paid", "pharmacy"],
  ["picking", "pharmacy"],
  ["checked", "pharmacy"],
  ["sealed", "pharmacy"],
  ["ready_for_pickup", "window"],
  ["shipped", "carrier"],
  ["collected", "patient"],
  ["delivered", "patient"],
  ["unclaimed", "pharmacy"],
  ["returned", "pharmacy"],
] as const)("medicine of an order that is %s is with the %s", (status, holder) => {
  expect(holderOf(story({ status }))).toEqual({ holder, since: at(5) });
});

test.each(["awaiting_payment", "lapsed", "cancelled"] as const)(
  "nobody holds anything of an order that is %s",
  (status) => {
    expect(holderOf(story({ status }))).toBeNull();
  },
);

test("a changed address is no change of hands", () => {
  const events = [event("place", 0), event("settle", 5), event("change_address", 20)];
  expect(holderOf(story({ events }))).toEqual({ holder: "pharmacy", since: at(5) });
  expect(codes(story({ events })).slice(0, 3)).toEqual(["done place", "now settle", "done change_address"]);
});

test.each(orderMachine.states)("the timeline of an order that is %s ends where its machine ends", (status) => {
  const steps = timelineOf(story({ status }));
  const last = steps.at(-1);
  const isOver = orderMachine.isFinal(status);
  expect(steps.some(({ state }) => state === "now")).toBe(!isOver);
  expect(steps.some(({ state }) => state === "next")).toBe(!isOver);
  if (!isOver) expect(["sign", "collect"]).toContain(last?.code);
});
