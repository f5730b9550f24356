"use server";

import { askReportFile as ask } from "@/lib/commands/report/ask-file";
import { lookAtPrescribers as look } from "@/lib/commands/report/look";
import { removeReport as remove } from "@/lib/commands/report/remove";
import { saveReport as save } from "@/lib/commands/report/save";
import { AskReportFile, LookAtPrescribers, RemoveReport, SaveReport } from "@/lib/domain/report-input";
import { action } from "@/lib/web/action";

const shown = { revalidate: "/admin/reports" };

export const askReportFile = action("report.ask_file", AskReportFile, ask, shown);
export const saveReport = action("report.save", SaveReport, save, shown);
export const removeReport = action("report.save", RemoveReport, remove, shown);
export const lookAtPrescribers = action("report.look", LookAtPrescribers, look, shown);
