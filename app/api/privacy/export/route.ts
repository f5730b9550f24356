import { ExportRecord } from "@/lib/domain/record-copy";
import { exportRecord } from "@/lib/flows/record/export";
import { route } from "@/lib/web/route";

export const POST = route("record.export", ExportRecord, exportRecord, { atOnce: 4 });
