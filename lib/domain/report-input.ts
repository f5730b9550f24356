import { z } from "zod";
import { askedBreakdown, type ReportId, reportIds } from "./report";
import { daysOf, MOST_DAYS, movingPeriods } from "./report-period";
import { line, passage } from "./text-input";

const report = z.enum(reportIds, "choose_one");
const breakdown = z.string("choose_one").max(20, "choose_one");
const format = z.enum(["csv", "xlsx"], "choose_one");
const day = z.iso.date({ error: "day_invalid", abort: true });

const fits = (value: { report: ReportId; breakdown: string }) =>
  askedBreakdown(value.report, value.breakdown) === value.breakdown;
const misfit = { message: "choose_one", path: ["breakdown"] };

/** A report as a file, once: its table, or the list of rows behind it (of one key, where `key` is said). */
export const AskReportFile = z
  .strictObject({
    ...{ report, breakdown, format, firstDay: day, lastDay: day },
    what: z.enum(["table", "list"], "choose_one"),
    key: z.string().max(100).optional(),
  })
  .refine(fits, misfit)
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay && daysOf({ from: firstDay, to: lastDay }) <= MOST_DAYS, {
    message: "day_invalid",
    path: ["lastDay"],
  });
export type AskReportFile = z.output<typeof AskReportFile>;

export const repetitions = ["never", "day", "week", "month"] as const;

/** A report that is kept under a name, with a period that moves along, and perhaps made by the clock. */
export const SaveReport = z
  .strictObject({
    ...{ report, breakdown, format, name: line({ max: 40 }) },
    period: z.enum(movingPeriods, "choose_one"),
    every: z.enum(repetitions, "choose_one"),
  })
  .refine(fits, misfit);
export type SaveReport = z.output<typeof SaveReport>;

export const RemoveReport = z.strictObject({ id: z.uuid() });
export type RemoveReport = z.output<typeof RemoveReport>;

/** R30: why somebody needs the statistics by prescriber. */
export const LookAtPrescribers = z.strictObject({ reason: passage({ min: 10, max: 500 }) });
export type LookAtPrescribers = z.output<typeof LookAtPrescribers>;

export const OpenReportFile = z.strictObject({ id: z.uuid() });
export type OpenReportFile = z.output<typeof OpenReportFile>;
