import { expect, test } from "vitest";
import { billsOf, eventWhenDue, isAddressOpen, type OrderEvent, type OrderStatus, orderMachine } from "./order";

const allowed: Record<OrderStatus, Partial<Record<OrderEvent, OrderStatus>>> = {
  awaiting_payment: { settle: "paid", lapse: "lapsed", cancel: "cancelled" },
  paid: { pick: "picking", cancel: "cancelled" },
  picking: { check: "checked", pick_again: "picking", cancel: "cancelled" },
  checked: { seal: "sealed", pick_again: "picking" },
  sealed: { shelve: "ready_for_pickup", ship: "shipped" },
  ready_for_pickup: { collect: "collected", leave_unclaimed: "unclaimed" },
  shipped: { sign: "delivered", come_back: "returned", lose: "lost" },
  ...{ collected: {}, delivered: {}, lapsed: {}, cancelled: {}, unclaimed: {}, returned: {}, lost: {} },
};
const events = [...new Set(Object.values(allowed).flatMap((row) => Object.keys(row) as OrderEvent[]))];

test.each(orderMachine.states.flatMap((state) => events.map((event) => [state, event] as const)))(
  "an order that is %s, at the event %s, goes where the workflow says or nowhere",
  (state, event) => {
    const to = allowed[state][event];
    expect(orderMachine.target(state, event)).toBe(to);
    if (!to) expect(() => orderMachine.next(state, event)).toThrow("conflict");
  },
);

test("the address is open until the parcel is sealed", () => {
  expect(orderMachine.states.filter(isAddressOpen)).toEqual(["awaiting_payment", "paid", "picking", "checked"]);
});

test("the system acts on two deadlines: payment and collection", () => {
  expect(orderMachine.states.flatMap((state) => eventWhenDue(state) ?? [])).toEqual(["lapse", "leave_unclaimed"]);
});

test.each([
  ["pickup", { deliveryFen: 0, deliveryPayment: null }, ["medicine 5000"]],
  ["express paid now", { deliveryFen: 1300, deliveryPayment: "online" }, ["medicine 5000", "delivery 1300"]],
  ["express paid to the courier", { deliveryFen: 1300, deliveryPayment: "courier" }, ["medicine 5000"]],
  ["express at no charge", { deliveryFen: 0, deliveryPayment: "online" }, ["medicine 5000"]],
] as const)("R23 (the notice): %s is paid online as said", (_, delivery, bills) => {
  expect(
    billsOf({ medicineFen: 5000, ...delivery }).map(({ purpose, amountFen }) => `${purpose} ${amountFen}`),
  ).toEqual(bills);
});
