export type DateStyle = "date" | "time" | "short" | "long";

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
  short: { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  long: { dateStyle: "long", timeStyle: "short", hourCycle: "h23" },
};

/** A moment as the hospital's clock (Asia/Shanghai) shows it. */
export const formatMoment = (at: Date, locale: string, style: DateStyle = "short"): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "Asia/Shanghai", ...styles[style] }).format(at);

/** A calendar date that carries no time: birth dates, expiry dates. */
export const formatDay = (day: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium" }).format(day);

export function DateTime({ at, locale, format = "short" }: { at: Date; locale: string; format?: DateStyle }) {
  return <time dateTime={at.toISOString()}>{formatMoment(at, locale, format)}</time>;
}
