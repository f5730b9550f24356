import { ExportFormulary, ImportFormulary } from "@/lib/domain/formulary-input";
import { exportFormulary } from "@/lib/flows/formulary/export";
import { importFormulary } from "@/lib/flows/formulary/import";
import { route } from "@/lib/web/route";

export const GET = route("formulary.export", ExportFormulary, exportFormulary);
export const POST = route("formulary.import", ImportFormulary, importFormulary, {
  limitBytes: 32 * 1024 * 1024,
  atOnce: 2,
});
