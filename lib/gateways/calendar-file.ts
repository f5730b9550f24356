import "server-only";
import ical, { ICalAlarmType, ICalEventRepeatingFreq } from "ical-generator";
import { dateColumn } from "@/lib/domain/calendar";
import { type Course, daysBetween, hoursFor, lastDay } from "@/lib/domain/medication-plan";

const HOUR_MS = 3_600_000;
const OFFSET_MS = 8 * HOUR_MS;
const DOSE_MINUTES = 10;

/** The moment of an hour of a day in Asia/Shanghai. */
const at = (day: string, hour: number) => new Date(dateColumn(day).getTime() - OFFSET_MS + hour * HOUR_MS);

/** Every dose as a repeating event with a reminder (iCalendar, RFC 5545), until the course ends. */
export function calendarFile(
  name: string,
  courses: readonly { id: string; summary: string; course: Course }[],
): string {
  const calendar = ical({ name, prodId: { company: "internet-hospital", product: "medicines" } });
  for (const { id, summary, course } of courses)
    for (const hour of hoursFor(course)) {
      const start = at(course.startsOn, hour);
      const event = calendar.createEvent({
        ...{ id: `${id}-${hour}`, start, end: new Date(start.getTime() + DOSE_MINUTES * 60_000), summary },
        repeating: {
          freq: ICalEventRepeatingFreq.DAILY,
          interval: daysBetween(course.frequency),
          until: at(lastDay(course), 23),
        },
      });
      event.createAlarm({ type: ICalAlarmType.display, trigger: 0 });
    }
  return calendar.toString();
}
