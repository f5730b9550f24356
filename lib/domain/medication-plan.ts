import { addDays, dateColumn, dayAfter, shanghaiDay } from "./calendar";
import type { Sig } from "./dose";

/** Days before a long supply ends when the patient is reminded to renew it. */
export const RENEWAL_NOTICE_DAYS = 5;
/** A supply of more than a week is renewed; a shorter one is over when it is over. */
const RENEWED_FROM_DAYS = 8;

/** One medicine that a patient takes, from the day it was received. */
export interface Course extends Sig {
  readonly startsOn: string;
}

/** Hours of Asia/Shanghai at which a frequency is taken; `prn` has none. */
const hoursOf: Readonly<Record<string, readonly number[]>> = {
  ...{ once: [8], qd: [8], qn: [21], bid: [8, 20], tid: [8, 13, 19], qid: [8, 12, 17, 21] },
  ...{ q12h: [8, 20], q8h: [7, 15, 23], q6h: [6, 12, 18, 22], qod: [8], weekly: [8], prn: [] },
};
const everyDays: Readonly<Record<string, number>> = { qod: 2, weekly: 7 };

/** The hours of a day's doses, as the sig means them; at bedtime, one that is taken once a day is taken in the evening. */
export const hoursFor = ({ frequency, timing }: Pick<Sig, "frequency" | "timing">): readonly number[] => {
  const hours = hoursOf[frequency] ?? [];
  return timing === "bedtime" && hours.length === 1 ? [21] : hours;
};

/** Days from one dose to the next, for what is not taken daily. */
export const daysBetween = (frequency: string): number => everyDays[frequency] ?? 1;

/** The last day of the course. */
export const lastDay = ({ startsOn, days, frequency }: Course): string =>
  frequency === "once" ? startsOn : dayAfter(startsOn, days - 1);

/** The hours at which it is taken on a day (`YYYY-MM-DD`); null where the course is not running or pauses that day. */
export function dosesOn(course: Course, day: string): readonly number[] | null {
  if (day < course.startsOn || day > lastDay(course)) return null;
  const passed = Math.round((dateColumn(day).getTime() - dateColumn(course.startsOn).getTime()) / 86_400_000);
  return passed % daysBetween(course.frequency) === 0 ? hoursFor(course) : null;
}

/** Medicine begins on the day it is in the patient's hands. */
export const startOf = (receivedAt: Date): string => shanghaiDay(receivedAt);

/** When to speak of renewal: some days before the first long supply ends; null where none is long. */
export function renewalDueAt(dispensedAt: Date, courses: readonly { readonly days: number }[]): Date | null {
  const long = courses.map(({ days }) => days).filter((days) => days >= RENEWED_FROM_DAYS);
  return long.length === 0 ? null : addDays(dispensedAt, Math.min(...long) - RENEWAL_NOTICE_DAYS);
}
