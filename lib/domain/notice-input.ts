import { z } from "zod";

/** One notice, or all up to the moment at which the reader's list was drawn. */
export const ReadNotices = z.union([
  z.strictObject({ noticeId: z.uuid() }),
  z.strictObject({ until: z.iso.datetime() }),
]);
export type ReadNotices = z.output<typeof ReadNotices>;
