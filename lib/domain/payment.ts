import { machine, type Table } from "./machine";

export type PaymentPurpose = "consultation_fee" | "medicine" | "delivery";
export type PaymentStatus = "pending" | "succeeded" | "failed" | "lapsed" | "refunded";
export type PaymentEvent = "succeed" | "fail" | "lapse" | "pay_late" | "refund_in_full";
export type RefundStatus = "pending" | "succeeded" | "failed";
export type RefundEvent = "succeed" | "fail";

const paymentTable = {
  pending: { succeed: "succeeded", fail: "failed", lapse: "lapsed" },
  succeeded: { refund_in_full: "refunded" },
  failed: { pay_late: "succeeded" },
  lapsed: { pay_late: "succeeded" },
  refunded: {},
} as const satisfies Table<PaymentStatus, PaymentEvent>;

const refundTable = {
  pending: { succeed: "succeeded", fail: "failed" },
  succeeded: {},
  failed: {},
} as const satisfies Table<RefundStatus, RefundEvent>;

export const paymentMachine = machine<PaymentStatus, PaymentEvent>(paymentTable);
export const refundMachine = machine<RefundStatus, RefundEvent>(refundTable);

/** Days within which a refund should be back with the patient: shown beside each refund. */
export const REFUND_DAYS = 7;

/** Minutes that the gateway's page stays open; the gateway opens none for less than 30. */
export const CHECKOUT_MINUTES = 31;
export const CHECKOUT_LEAST_MINUTES = 30;

/** Why money goes back by itself. */
export type RefundReason =
  | "declined"
  | "expired"
  | "cancelled"
  | "referred_offline"
  | "abandoned"
  | "paid_too_late"
  | "order_cancelled"
  | "delivery_not_needed";
