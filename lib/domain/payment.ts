import { machine, type Table } from "./machine";

export type PaymentPurpose = "consultation_fee" | "medicine" | "delivery";
export type PaymentStatus = "pending" | "succeeded" | "failed" | "lapsed" | "refunded";
export type PaymentEvent = "succeed" | "fail" | "lapse" | "pay_late" | "refund_in_full" | "refund_bounces";
export type RefundStatus = "pending" | "succeeded" | "failed";
export type RefundEvent = "succeed" | "fail";

const paymentTable = {
  pending: { succeed: "succeeded", fail: "failed", lapse: "lapsed" },
  succeeded: { refund_in_full: "refunded" },
  failed: { pay_late: "succeeded" },
  lapsed: { pay_late: "succeeded" },
  refunded: { refund_bounces: "succeeded" },
} as const satisfies Table<PaymentStatus, PaymentEvent>;

const refundTable = {
  pending: { succeed: "succeeded", fail: "failed" },
  // A card that took the money back days ago may still bounce it.
  succeeded: { fail: "failed" },
  failed: {},
} as const satisfies Table<RefundStatus, RefundEvent>;

export const paymentMachine = machine<PaymentStatus, PaymentEvent>(paymentTable);
export const refundMachine = machine<RefundStatus, RefundEvent>(refundTable);

/** Days within which a refund should be back with the patient: shown beside each refund. */
export const REFUND_DAYS = 7;

/** Minutes that the gateway's page stays open; the gateway opens none for less than 30. */
export const CHECKOUT_MINUTES = 31;
export const CHECKOUT_LEAST_MINUTES = 30;

/** Why staff give money back that a patient asked for. */
export const givenReasons = ["damaged", "missing", "wrong", "returned", "lost_parcel", "quality", "goodwill"] as const;
export type GivenReason = (typeof givenReasons)[number];

/** Why money goes back: by itself, or given by a person. */
export type RefundReason =
  | GivenReason
  | "not_dispensed"
  | "declined"
  | "expired"
  | "cancelled"
  | "referred_offline"
  | "abandoned"
  | "paid_too_late"
  | "order_cancelled"
  | "delivery_not_needed";
