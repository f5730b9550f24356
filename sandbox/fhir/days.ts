const DAY_MS = 86_400_000;
/** Asia/Shanghai: UTC+8, no daylight saving since 1991. */
const SHANGHAI_MS = 8 * 3_600_000;

const date = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const shanghaiDay = (at: Date): string => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

/** Calendar days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** A `YYYY-MM-DD` so many days later, or earlier. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * A copy in which every FHIR date, dateTime and instant lies so many days later. Birth dates stay: an ID number may contain
 * them. Moments come out in UTC+8 alike, so that text order is time order.
 */
export function shiftDates<T>(value: T, days: number): T {
  return JSON.parse(JSON.stringify(value), (key: string, part: unknown) => {
    if (typeof part !== "string" || key === "birthDate") return part;
    if (date.test(part)) return addDays(part, days);
    return moment.test(part) ? inShanghai(Date.parse(part) + days * DAY_MS) : part;
  }) as T;
}

const inShanghai = (ms: number) => `${new Date(ms + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;
