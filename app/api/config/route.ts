import { DraftConfig, ExportConfig } from "@/lib/domain/config";
import { draftConfig } from "@/lib/flows/config/draft";
import { exportConfig } from "@/lib/flows/config/export";
import { route } from "@/lib/web/route";

export const GET = route("config.draft", ExportConfig, exportConfig);
export const POST = route("config.draft", DraftConfig, draftConfig, { limitBytes: 8 * 1024 * 1024, atOnce: 2 });
