import { z } from "zod";
import { noticeGroups } from "./notice-kinds";

/** One notice, or all up to the moment at which the reader's list was drawn. */
export const ReadNotices = z.union([
  z.strictObject({ noticeId: z.uuid() }),
  z.strictObject({ until: z.iso.datetime() }),
]);
export type ReadNotices = z.output<typeof ReadNotices>;

const clock = z.string("time_invalid").regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "time_invalid");
const emptyAsMissing = (value: unknown) => (value === "" ? undefined : value);

/** What leaves the notice centre, and when nothing does: times of the hospital, both or neither. */
export const SetNotices = z
  .strictObject({
    groups: z.array(z.enum(noticeGroups, "choose_one")).max(noticeGroups.length, "too_many").default([]),
    quietFrom: z.preprocess(emptyAsMissing, clock.optional()),
    quietTo: z.preprocess(emptyAsMissing, clock.optional()),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === undefined) === (quietTo === undefined), {
    ...{ path: ["quietTo"], message: "time_invalid" },
  });
export type SetNotices = z.output<typeof SetNotices>;

export const ResendNotice = z.strictObject({ noticeId: z.uuid() });
