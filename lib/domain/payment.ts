import { machine, type Table } from "./machine";

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
