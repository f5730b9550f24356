import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { DecideDestruction } from "@/lib/domain/retention-input";
import { conflict, notFound, Refusal } from "@/lib/errors";

const becomes = { approve: "approved", refuse: "refused", withdraw: "withdrawn" } as const;

/** R28: whoever did not ask decides; whoever asked may think better of it. Throws `two_people_needed`, `conflict`. */
export async function decideDestruction(work: Work, { id, decision, note }: DecideDestruction): Promise<void> {
  authorize(work.actor, "retention.decide");
  const { accountId } = asPerson(work.actor);
  const found = await work.tx.destruction.findUnique({ where: { id }, select: { proposedById: true } });
  if (!found) throw notFound();
  const isOwn = found.proposedById === accountId;
  if (isOwn !== (decision === "withdraw")) throw new Refusal("two_people_needed", { rule: "R28" });
  const { count } = await work.tx.destruction.updateMany({
    where: { id, status: "proposed" },
    data: { status: becomes[decision], decidedById: accountId, decidedAt: work.now, note },
  });
  if (count === 0) throw conflict();
  work.audit({ action: `retention.${decision}`, subjectType: "destruction", subjectId: id, detail: { note } });
}
