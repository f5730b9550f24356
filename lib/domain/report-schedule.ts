import { dateColumn, dayAfter, minuteOf, shanghaiDay } from "./calendar";

export type Repetition = "day" | "week" | "month";

/** Files by the clock are made at six in the morning of Asia/Shanghai. */
const MORNING = 6 * 60;

/** The next morning on which a repeated report is due after `now`: every day, Mondays, or the first of a month. */
export function nextMorning(every: Repetition, now: Date): Date {
  for (let ahead = 0; ; ahead += 1) {
    const day = dayAfter(shanghaiDay(now), ahead);
    const at = minuteOf(dateColumn(day), MORNING);
    const isDay = every === "day" || (every === "week" ? dateColumn(day).getUTCDay() === 1 : day.endsWith("-01"));
    if (isDay && at > now) return at;
  }
}
