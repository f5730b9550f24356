import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Hours and minutes by the hospital's clock: the same on the server and in any browser. */
export const clockTime = (at: string): string => new Date(Date.parse(at) + OFFSET_MS).toISOString().slice(11, 16);

/** Minutes and seconds of a length: 0:07. */
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export const dayOf = (at: string): string => shanghaiDay(new Date(at));

/** A day as people say it; `today` is the server's, since a phone's clock may be wrong. */
export function dayLabel(
  day: string,
  today: string,
  locale: string,
  texts: { today: string; yesterday: string },
): string {
  const daysAgo = (dateColumn(today).getTime() - dateColumn(day).getTime()) / DAY_MS;
  if (daysAgo === 0) return texts.today;
  if (daysAgo === 1) return texts.yesterday;
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    month: "long",
    day: "numeric",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(dateColumn(day));
}
