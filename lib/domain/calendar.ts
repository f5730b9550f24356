/** The hospital's calendar is Asia/Shanghai: UTC+8, no daylight saving since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The calendar day in Asia/Shanghai as `YYYY-MM-DD`. */
export const shanghaiDay = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** The moment in Asia/Shanghai as `YYYY-MM-DD HH:MM`. */
export const shanghaiMoment = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 16).replace("T", " ");

/** Midnight UTC of a `YYYY-MM-DD`: how a date column is read and written. */
export const dateColumn = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** Calendar days from one moment to another, counted in Asia/Shanghai: same day 0, yesterday to today 1. */
export const calendarDaysBetween = (from: Date, to: Date): number =>
  Math.round((dateColumn(shanghaiDay(to)).getTime() - dateColumn(shanghaiDay(from)).getTime()) / DAY_MS);

/** The first moment of a `YYYY-MM-DD` in Asia/Shanghai. */
export const startOfDay = (day: string): Date => new Date(dateColumn(day).getTime() - OFFSET_MS);

/** The last millisecond of the day in Asia/Shanghai that lies `days` after the day of `at`. */
export const endOfDay = (at: Date, days = 0): Date =>
  new Date(dateColumn(shanghaiDay(at)).getTime() + (days + 1) * DAY_MS - OFFSET_MS - 1);

/** Minutes since midnight in Asia/Shanghai. */
export const minuteOfDay = (at: Date): number =>
  Math.floor((at.getTime() - startOfDay(shanghaiDay(at)).getTime()) / 60_000);

/** The moment of a minute of a day (a date column) in Asia/Shanghai. */
export const minuteOf = (day: Date, minute: number): Date => new Date(day.getTime() - OFFSET_MS + minute * 60_000);

/** The day so many days after a `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(dateColumn(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);

export const addSeconds = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1_000);
export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** Completed months of life on the day of `at` (birth dates are date columns: midnight UTC). */
export function ageInMonths(birthDate: Date, at: Date): number {
  const [year = 0, month = 0, day = 0] = shanghaiDay(at).split("-").map(Number);
  const months = (year - birthDate.getUTCFullYear()) * 12 + (month - 1 - birthDate.getUTCMonth());
  return day < birthDate.getUTCDate() ? months - 1 : months;
}

export const ageInYears = (birthDate: Date, at: Date): number => Math.floor(ageInMonths(birthDate, at) / 12);

export const ageInDays = (birthDate: Date, at: Date): number =>
  Math.round((dateColumn(shanghaiDay(at)).getTime() - birthDate.getTime()) / DAY_MS);
