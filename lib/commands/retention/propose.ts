import "server-only";
import { newId } from "@/lib/db/id";
import { tellRoles } from "@/lib/db/tell-roles";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { lastDestroyableDay } from "@/lib/domain/retention";
import type { ProposeDestruction } from "@/lib/domain/retention-input";
import { Refusal } from "@/lib/errors";

/**
 * R28: asks for what ended before a day to be destroyed; somebody else decides. Throws `years_not_over` within the years that the law
 * keeps it, `conflict` while another of the kind is open.
 */
export async function proposeDestruction(
  work: Work,
  { kind, before, reason }: ProposeDestruction,
): Promise<{ id: string }> {
  authorize(work.actor, "retention.propose");
  const last = lastDestroyableDay(kind, work.now);
  if (before > last) {
    const params = { day: last };
    throw new Refusal("years_not_over", { rule: "R28", params, fields: { before: "years_not_over" } });
  }
  const id = newId();
  await work.tx.destruction.create({
    data: {
      ...{ id, kind, before: dateColumn(before), reason },
      ...{ proposedById: asPerson(work.actor).accountId, proposedAt: work.now },
    },
    select: { id: true },
  });
  await tellRoles(work, ["admin"], { kind: "destruction_proposed", params: { day: before }, path: "/admin/retention" });
  work.audit({
    action: "retention.propose",
    subjectType: "destruction",
    subjectId: id,
    detail: { kind, before, reason },
  });
  return { id };
}
