import { OpenForm } from "@/lib/domain/prescription-input";
import { openForm } from "@/lib/flows/prescription/form";
import { route } from "@/lib/web/route";

/** Drawing takes the whole processor for a moment: two at once at the most. */
export const GET = route("prescription.download", OpenForm, openForm, { atOnce: 2 });
