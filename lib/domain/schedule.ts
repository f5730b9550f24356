/** How many days, today included, a session can be booked ahead. */
export const SESSION_DAYS = 7;

/** A session as a form names it: its day and its first minute. */
export const SESSION = /^(\d{4}-\d{2}-\d{2})\/(\d{1,4})$/;

export const sessionName = (day: string, from: number): string => `${day}/${from}`;

/** The day and the first minute of a session; null for anything else. */
export function readSession(name: string): { day: string; from: number } | null {
  const [, day, from] = SESSION.exec(name) ?? [];
  return day === undefined ? null : { day, from: Number(from) };
}

/** Minutes of a day as a clock shows them, `09:30`; the end of the day is `24:00`. */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** `9:30` or `09:30` as minutes of the day; null where it is no time. */
export function readClock(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.normalize("NFKC").trim()) ?? [];
  const at = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && at <= 1440 ? at : null;
}

interface Span {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The first session that begins before another of the same weekday has ended; -1 where none does. */
export const firstOverlap = (sessions: readonly Span[]): number =>
  sessions.findIndex((one, index) =>
    sessions.some(
      (other, at) =>
        at < index &&
        other.weekday === one.weekday &&
        one.fromMinute < other.toMinute &&
        other.fromMinute < one.toMinute,
    ),
  );
