import "server-only";
import { applyTerms } from "@/lib/db/apply-terms";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { SetTerms } from "@/lib/domain/offering-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/**
 * What a service costs and promises from a day on: from today at once, else when its day begins; in the place of what was planned for the
 * same day. Who has booked keeps what was agreed. Throws `day_invalid` for a day that is over.
 */
export async function setTerms(work: Work, input: SetTerms): Promise<{ id: string }> {
  authorize(work.actor, "offering.set");
  const { offeringId, fromDay, ...terms } = input;
  const today = shanghaiDay(work.now);
  if (fromDay < today) throw new Refusal("day_invalid", { fields: { fromDay: "day_invalid" } });
  // Two plans for one service come one after the other.
  const held = await work.tx.$queryRaw<unknown[]>`SELECT 1 FROM "Offering" WHERE "id" = ${offeringId}::uuid FOR UPDATE`;
  if (held.length === 0) throw notFound();
  const day = dateColumn(fromDay);
  await work.tx.offeringTerms.updateMany({
    where: { offeringId, fromDay: day, appliedAt: null, withdrawnAt: null },
    data: { withdrawnAt: work.now },
  });
  const id = newId();
  await work.tx.offeringTerms.create({
    data: { id, offeringId, fromDay: day, ...terms, actorId: asPerson(work.actor).accountId, at: work.now },
    select: { id: true },
  });
  if (fromDay === today) await applyTerms(work, id);
  const { feeFen } = terms;
  work.audit({ action: "offering.set", subjectType: "offering", subjectId: offeringId, detail: { fromDay, feeFen } });
  return { id };
}
