import { OpenReportFile } from "@/lib/domain/report-input";
import { openReportFile } from "@/lib/flows/report/open-file";
import { route } from "@/lib/web/route";

export const GET = route("report.open_file", OpenReportFile, openReportFile);
