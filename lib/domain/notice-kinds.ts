import { addDays, dateColumn, minuteOf, minuteOfDay, shanghaiDay } from "./calendar";

/** What a person may keep out of WeChat and SMS; what concerns safety and the account itself is in none of them. */
export const noticeGroups = ["care", "medicine", "money", "service"] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

const beginnings: readonly (readonly [RegExp, NoticeGroup])[] = [
  [/^(refund|books|invoice)_/, "money"],
  [/^(request)_/, "service"],
  [/^(order|parcel|line)_/, "medicine"],
  [/^(consultation|prescription|review|renewal|test|transfer|follow_up|near|patient)_/, "care"],
];

/** The group that a kind of notice belongs to; null: it always goes out. */
export const groupOf = (kind: string): NoticeGroup | null =>
  beginnings.find(([beginning]) => beginning.test(kind))?.[1] ?? null;

/** What cannot wait for the morning. */
const urgent = new Set(["call_ringing", "batch_recalled", "recovery_code_used", "record_break_glass", "patient_waits"]);
export const isUrgent = (kind: string): boolean => urgent.has(kind);

/** What is worth an SMS to somebody who has no WeChat: where something waits for the person, or money and medicine are at stake. */
const worthSms = new Set([
  ...["consultation_accepted", "consultation_declined", "consultation_expired", "consultation_referred_offline"],
  ...["prescription_approved", "order_ready_for_pickup", "order_waits_on_shelf", "order_shipped", "order_lost"],
  ...["order_not_dispensed", "parcel_stale", "parcel_rejected", "batch_recalled", "refund_failed", "test_ordered"],
  ...["renewal_due", "claim_opened", "recovery_code_used"],
]);
export const isWorthSms = (kind: string): boolean => worthSms.has(kind);

/** Until when a notice waits for a person's quiet hours to end (minutes of the hospital's day, over midnight too); null: not at all. */
export function quietUntil(now: Date, from: number | null, to: number | null): Date | null {
  if (from === null || to === null || from === to) return null;
  const minute = minuteOfDay(now);
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return null;
  const today = dateColumn(shanghaiDay(now));
  return minuteOf(from > to && minute >= from ? addDays(today, 1) : today, to);
}
