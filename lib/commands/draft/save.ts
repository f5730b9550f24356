import "server-only";
import { seal } from "@/lib/db/seal";
import { upsertDraft } from "@/lib/db/sql/draft";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { SaveDraft } from "@/lib/domain/draft-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/**
 * Keeps what is typed of an application, sealed: one statement, no audit row for each word. Goes on from the version that the
 * writer has seen: an older tab is refused with `draft_newer` and overwrites nothing. Returns the version and when it was saved.
 */
export async function saveDraft(run: Run, input: SaveDraft): Promise<{ version: number; savedAt: Date }> {
  authorize(run.actor, "draft.save");
  const { accountId } = asPerson(run.actor);
  const { patientId, offeringId, fields, pictureIds } = input;
  const content = seal(JSON.stringify(fields));
  const version = await upsertDraft(
    { accountId, patientId, offeringId, version: input.version, content, pictureIds },
    run.now,
  );
  if (version === undefined) throw notFound();
  if (version === null) throw new Refusal("draft_newer");
  return { version, savedAt: run.now };
}
