import { z } from "zod";

/** Whose doses go into the calendar. */
export const OpenCalendar = z.strictObject({ patientId: z.uuid() });
export type OpenCalendar = z.output<typeof OpenCalendar>;
