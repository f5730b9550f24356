import { z } from "zod";
import { calendarDaysBetween, dateColumn, dayAfter, shanghaiDay } from "./calendar";

/** Days from the first to the last, both counted, as YYYY-MM-DD in Asia/Shanghai. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Cells of one grain whose `start` lies from the first day up to, not including, the end. */
export interface Span {
  readonly grain: "day" | "month";
  readonly from: string;
  readonly end: string;
}

/** The longest period that is asked for: ten years and the days of a leap year. */
export const MOST_DAYS = 3_660;

/** Up to so many days a line is drawn by day; above, by month. */
export const DAILY_DAYS = 92;

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;
const nextMonth = (day: string): string => {
  const at = dateColumn(firstOfMonth(day));
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
};

export const daysOf = ({ from, to }: Period): number => calendarDaysBetween(dateColumn(from), dateColumn(to)) + 1;

/** The period of the same length that ends where this one begins. */
export function periodBefore(period: Period): Period {
  return { from: dayAfter(period.from, -daysOf(period)), to: dayAfter(period.from, -1) };
}

/** Whole months as months, what is left at both ends as days: together exactly the period. */
export function spansOf({ from, to }: Period): Span[] {
  const end = dayAfter(to, 1);
  const begin = from === firstOfMonth(from) ? from : nextMonth(from);
  const close = firstOfMonth(end);
  if (begin >= close) return [{ grain: "day", from, end }];
  const spans: Span[] = [
    { grain: "day", from, end: begin },
    { grain: "month", from: begin, end: close },
    { grain: "day", from: close, end },
  ];
  return spans.filter((span) => span.from < span.end);
}

/** Periods that move with the day. */
export const movingPeriods = ["last_7_days", "last_30_days", "last_month", "this_year"] as const;
export type MovingPeriod = (typeof movingPeriods)[number];

/** What a moving period is on a day; those of so many days end the day before. */
export function periodOn(moving: MovingPeriod, now: Date): Period {
  const today = shanghaiDay(now);
  const yesterday = dayAfter(today, -1);
  if (moving === "last_7_days") return { from: dayAfter(today, -7), to: yesterday };
  if (moving === "last_30_days") return { from: dayAfter(today, -30), to: yesterday };
  if (moving === "this_year") return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const to = dayAfter(firstOfMonth(today), -1);
  return { from: firstOfMonth(to), to };
}

const day = z.iso.date();

/** The period that stands in a page's address; anything that is none is the last thirty days with today. */
export function askedPeriod(asked: { readonly from?: unknown; readonly to?: unknown }, now: Date): Period {
  const today = shanghaiDay(now);
  const usual = { from: dayAfter(today, -29), to: today };
  const [from, to] = [day.safeParse(asked.from), day.safeParse(asked.to)];
  if (!from.success || !to.success) return usual;
  const period = from.data <= to.data ? { from: from.data, to: to.data } : { from: to.data, to: from.data };
  if (period.from < "2000-01-01" || period.to > "2100-01-01" || daysOf(period) > MOST_DAYS) return usual;
  return period;
}
