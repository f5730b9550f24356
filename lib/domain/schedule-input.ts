import { z } from "zod";
import { isCalendarDay } from "./resident-id";
import { firstOverlap, readClock } from "./schedule";

const MOST_SESSIONS = 42;
const MOST_PLACES = 500;

const places = z.coerce
  .number("number_invalid")
  .int("number_invalid")
  .min(0, "number_invalid")
  .max(MOST_PLACES, "number_invalid");
const day = z.string("date_invalid").max(10, "date_invalid").refine(isCalendarDay, "date_invalid");
const time = z
  .string("time_invalid")
  .max(10, "time_invalid")
  .transform((text, context) => {
    const at = readClock(text);
    if (at !== null) return at;
    context.addIssue({ code: "custom", message: "time_invalid" });
    return z.NEVER;
  });

const column = <Cell extends z.ZodType>(cell: Cell) =>
  z.array(cell).max(MOST_SESSIONS, "too_many_sessions").default([]);

/** The ordinary week of one service, as rows of a form: what was there before gives way to it. */
export const SetWeek = z
  .strictObject({
    offeringId: z.uuid(),
    weekdays: column(z.coerce.number().int().min(1).max(7)),
    froms: column(time),
    tos: column(time),
    places: column(places),
  })
  .transform((form, context) => {
    const { offeringId, weekdays, froms, tos } = form;
    const sessions = weekdays.map((weekday, row) => ({
      weekday,
      fromMinute: froms[row] ?? 0,
      toMinute: tos[row] ?? 0,
      places: form.places[row] ?? 0,
    }));
    const isRagged = [froms, tos, form.places].some(({ length }) => length !== weekdays.length);
    const backwards = sessions.findIndex(({ fromMinute, toMinute }) => fromMinute >= toMinute);
    const overlap = firstOverlap(sessions);
    if (isRagged) context.addIssue({ code: "custom", message: "invalid_value" });
    if (backwards >= 0) context.addIssue({ code: "custom", path: ["tos", backwards], message: "time_order" });
    if (overlap >= 0) context.addIssue({ code: "custom", path: ["froms", overlap], message: "time_overlap" });
    return { offeringId, sessions };
  });
export type SetWeek = z.output<typeof SetWeek>;

const staffNo = z
  .string("required")
  .trim()
  .min(1, "required")
  .max(12, "too_long")
  .transform((text) => text.toUpperCase());

/** One session of a doctor's ordinary week, as a line of a table. */
export const sessionColumns = ["staffNo", "service", "channel", "weekday", "from", "to", "places"] as const;
export const SessionLine = z
  .object({
    staffNo,
    service: z.enum(["consultation", "follow_up"], "choose_one"),
    channel: z.enum(["text", "voice", "video"], "choose_one"),
    weekday: z.coerce.number("number_invalid").int("number_invalid").min(1, "number_invalid").max(7, "number_invalid"),
    ...{ from: time, to: time, places },
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "time_order" });
export type SessionLine = z.output<typeof SessionLine>;

/** Days off of a doctor, both included, as a line of a table. */
export const leaveColumns = ["staffNo", "fromDay", "toDay"] as const;
export const LeaveLine = z
  .object({ staffNo, fromDay: day, toDay: day })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ["toDay"], message: "day_order" });
export type LeaveLine = z.output<typeof LeaveLine>;

/** One session of one day that is unlike the week. */
export const SetDay = z
  .strictObject({ offeringId: z.uuid(), day, from: time, to: time, places })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "time_order" });
export type SetDay = z.output<typeof SetDay>;

export const UnsetDay = z.strictObject({ exceptionId: z.uuid() });
export type UnsetDay = z.output<typeof UnsetDay>;

/** Days off, both included. */
export const TakeLeave = z
  .strictObject({ fromDay: day, toDay: day })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ["toDay"], message: "day_order" });
export type TakeLeave = z.output<typeof TakeLeave>;

export const EndLeave = z.strictObject({ leaveId: z.uuid() });
export type EndLeave = z.output<typeof EndLeave>;

/** Whether new patients are taken, and how many conversations at a time. */
export const SetIntake = z.strictObject({
  isAccepting: z.enum(["yes", "no"], "choose_one"),
  openLimit: z.coerce
    .number("number_invalid")
    .int("number_invalid")
    .min(1, "number_invalid")
    .max(200, "number_invalid"),
});
export type SetIntake = z.output<typeof SetIntake>;
