import { z } from "zod";
import { noticeGroups } from "./notice-kinds";

/** One notice, or all up to the moment at which the reader's list was drawn. */
export const ReadNotices = z.union([
  z.strictObject({ noticeId: z.uuid() }),
  z.strictObject({ until: z.iso.datetime() }),
]);
export type ReadNotices = z.output<typeof ReadNotices>;

const clock = z.string("time_invalid").regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "time_invalid");
/** A field that the form always sends, empty where no time is set. */
const timeOrNone = z.union([z.literal("").transform(() => undefined), clock], "time_invalid");

/** What leaves the notice centre, and when nothing does: times of the hospital, both or neither. */
export const SetNotices = z
  .strictObject({
    groups: z.array(z.enum(noticeGroups, "choose_one")).max(noticeGroups.length, "too_many").default([]),
    quietFrom: timeOrNone,
    quietTo: timeOrNone,
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === undefined) === (quietTo === undefined), {
    ...{ path: ["quietTo"], message: "time_invalid" },
  });
export type SetNotices = z.output<typeof SetNotices>;

export const ResendNotice = z.strictObject({ noticeId: z.uuid() });
