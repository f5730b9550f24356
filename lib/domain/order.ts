import { machine, type Table } from "./machine";

export type OrderStatus =
  | "awaiting_payment"
  | "paid"
  | "picking"
  | "checked"
  | "sealed"
  | "ready_for_pickup"
  | "collected"
  | "shipped"
  | "delivered"
  | "lapsed"
  | "cancelled"
  | "unclaimed"
  | "returned"
  | "lost";

export type OrderEvent =
  | "settle"
  | "lapse"
  | "cancel"
  | "pick"
  | "pick_again"
  | "check"
  | "seal"
  | "shelve"
  | "ship"
  | "collect"
  | "sign"
  | "leave_unclaimed"
  | "come_back"
  | "lose";

const table = {
  awaiting_payment: { settle: "paid", lapse: "lapsed", cancel: "cancelled" },
  paid: { pick: "picking", cancel: "cancelled" },
  picking: { check: "checked", pick_again: "picking", cancel: "cancelled" },
  checked: { seal: "sealed", pick_again: "picking" },
  sealed: { shelve: "ready_for_pickup", ship: "shipped" },
  ready_for_pickup: { collect: "collected", leave_unclaimed: "unclaimed" },
  shipped: { sign: "delivered", come_back: "returned", lose: "lost" },
  collected: {},
  delivered: {},
  lapsed: {},
  cancelled: {},
  unclaimed: {},
  returned: {},
  lost: {},
} as const satisfies Table<OrderStatus, OrderEvent>;

export const orderMachine = machine<OrderStatus, OrderEvent>(table);

/** Address and carrier may change until the parcel is sealed. */
export const isAddressOpen = (status: OrderStatus) =>
  status === "awaiting_payment" || status === "paid" || status === "picking" || status === "checked";

export interface Bill {
  readonly purpose: "medicine" | "delivery";
  readonly amountFen: number;
}

/** R23: what the patient pays online for an order, each by a payment of its own: the medicine, then the delivery. */
export function billsOf(order: {
  readonly medicineFen: number;
  readonly deliveryFen: number;
  readonly deliveryPayment: "online" | "courier" | null;
}): Bill[] {
  const isOnline = order.deliveryPayment === "online" && order.deliveryFen > 0;
  return [
    { purpose: "medicine", amountFen: order.medicineFen },
    ...(isOnline ? [{ purpose: "delivery" as const, amountFen: order.deliveryFen }] : []),
  ];
}

/** Minutes an order holds its stock while payment is open. */
export const ORDER_PAYMENT_MINUTES = 30;

/** Days that a prepared order waits on the shelf. */
export const SHELF_DAYS = 7;

/** So many days before it leaves the shelf the patient is reminded. */
export const SHELF_REMINDER_DAYS = 2;

/** What the system itself does when a deadline of this state has passed; undefined: nothing. */
export function eventWhenDue(status: OrderStatus): OrderEvent | undefined {
  if (status === "awaiting_payment") return "lapse";
  if (status === "ready_for_pickup") return "leave_unclaimed";
  return undefined;
}
