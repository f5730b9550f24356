import { saveDraft } from "@/lib/commands/draft/save";
import { SaveDraft } from "@/lib/domain/draft-input";
import { route } from "@/lib/web/route";

export const PUT = route("draft.save", SaveDraft, saveDraft);
