import "server-only";
import { deleteDraft } from "@/lib/db/draft";
import type { Work } from "@/lib/db/transact";
import { addDays } from "@/lib/domain/calendar";
import { DRAFT_DAYS } from "@/lib/domain/draft-input";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** Takes away one application that nobody has typed on for a month; one that was taken up again is `conflict`. */
export async function sweepDraft(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "draft.sweep");
  const isGone = await deleteDraft(work, { id, updatedAt: { lte: addDays(work.now, -DRAFT_DAYS) } });
  if (!isGone) throw conflict();
  work.audit({ action: "draft.sweep", subjectType: "draft", subjectId: id });
}
