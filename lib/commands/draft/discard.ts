import "server-only";
import { deleteDraft } from "@/lib/db/draft";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { DiscardDraft } from "@/lib/domain/draft-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** Takes away what was typed of an application, with its pictures. Throws `not_found` where there is none. */
export async function discardDraft(work: Work, { patientId, offeringId }: DiscardDraft): Promise<void> {
  authorize(work.actor, "draft.discard");
  const { accountId } = asPerson(work.actor);
  const isGone = await deleteDraft(work, { accountId, patientId, offeringId });
  if (!isGone) throw notFound();
  work.audit({ action: "draft.discard", subjectType: "offering", subjectId: offeringId, patientId });
}
