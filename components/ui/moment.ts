export type DateStyle = "date" | "time" | "short" | "long";

/** The hospital's clock. */
const timeZone = "Asia/Shanghai";

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: "medium" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  short: { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  long: { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A moment as the hospital's clock (Asia/Shanghai) shows it. */
export const formatMoment = (at: Date, locale: string, style: DateStyle = "short"): string =>
  new Intl.DateTimeFormat(locale, { timeZone, ...styles[style] }).format(at);

/** A calendar date that carries no time: birth dates, expiry dates. */
export const formatDay = (day: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium" }).format(day);

/** How far a moment is from now, in the largest unit that says enough: in 2 hours, 3 days ago. */
export function formatDistance(at: Date, now: Date, locale: string): string {
  const away = at.getTime() - now.getTime();
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const far = Math.abs(away);
  if (far < HOUR) return words.format(toward(away / MINUTE), "minute");
  if (far < DAY) return words.format(toward(away / HOUR), "hour");
  return words.format(toward(away / DAY), "day");
}

/** A deadline: how far away, and the moment itself; the time alone where it is today's. */
export function formatDeadline(due: Date, now: Date, locale: string): string {
  const day = (at: Date) => formatMoment(at, locale, "date");
  return `${formatDistance(due, now, locale)} · ${formatMoment(due, locale, day(due) === day(now) ? "time" : "short")}`;
}

/** Whole units: never more time than there is. No negative zero, which reads as "ago". */
const toward = (units: number) => Math.trunc(units) || 0;
