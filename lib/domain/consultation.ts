import { machine, type Table } from "./machine";

export type ConsultationStatus =
  | "awaiting_payment"
  | "waiting"
  | "in_progress"
  | "finished"
  | "lapsed"
  | "declined"
  | "expired"
  | "cancelled"
  | "referred_offline"
  | "abandoned";

export type ConsultationEvent =
  | "pay"
  | "lapse"
  | "accept"
  | "decline"
  | "expire"
  | "cancel"
  | "finish"
  | "use_up"
  | "refer_offline"
  | "abandon";

const table = {
  awaiting_payment: { pay: "waiting", lapse: "lapsed", cancel: "lapsed" },
  waiting: { accept: "in_progress", decline: "declined", expire: "expired", cancel: "cancelled" },
  in_progress: { finish: "finished", use_up: "finished", refer_offline: "referred_offline", abandon: "abandoned" },
  finished: {},
  lapsed: {},
  declined: {},
  expired: {},
  cancelled: {},
  referred_offline: {},
  abandoned: {},
} as const satisfies Table<ConsultationStatus, ConsultationEvent>;

export const consultationMachine = machine<ConsultationStatus, ConsultationEvent>(table);

/** Events whose outcome gives the whole fee back, by themselves. */
export const refundingEvents: readonly ConsultationEvent[] = [
  "decline",
  "expire",
  "cancel",
  "refer_offline",
  "abandon",
];

/** Minutes a booking is held for its payment. */
export const PAYMENT_MINUTES = 30;

/** Hours within which the doctor's first word must follow acceptance, else the fee goes back. */
export const FIRST_WORD_HOURS = 12;

/** So long before a deadline the doctor is reminded of it. */
export const NUDGE_MINUTES = 60;

/** What the system itself does when a deadline of this state has passed; undefined: nothing. */
export function eventWhenDue(status: ConsultationStatus, hasFirstReply: boolean): ConsultationEvent | undefined {
  if (status === "awaiting_payment") return "lapse";
  if (status === "waiting") return "expire";
  if (status === "in_progress") return hasFirstReply ? "use_up" : "abandon";
  return undefined;
}
