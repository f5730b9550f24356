import "server-only";
import { newId } from "@/lib/db/id";
import { seal } from "@/lib/db/seal";
import { holdings } from "@/lib/db/sql/holdings";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { endOfDay } from "@/lib/domain/calendar";
import { DECISION_DAYS, type RequestDeletion } from "@/lib/domain/deletion-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/**
 * Asks for the deletion of one person's data (R31, PIPL 47). Refusals: `deletion_under_way` while something of the person is not
 * settled, `account_acts_for_others`, `conflict` where a request is open already.
 */
export async function requestDeletion(work: Work, input: RequestDeletion): Promise<{ id: string }> {
  authorize(work.actor, "deletion.request");
  const { accountId } = asPerson(work.actor);
  const { patientId, closesAccount } = input;
  const held = await holdings(work.tx, accountId, patientId);
  if (!held.isLinked) throw notFound();
  if (held.isUnderWay) throw new Refusal("deletion_under_way", { rule: "R31" });
  if (closesAccount && held.otherPeople > 0)
    throw new Refusal("invalid_input", { fields: { closesAccount: "account_acts_for_others" } });
  const id = newId();
  await work.tx.deletionRequest.create({
    data: {
      ...{ id, patientId, accountId, closesAccount, createdAt: work.now, dueAt: endOfDay(work.now, DECISION_DAYS) },
      whySealed: input.why === "" ? null : seal(input.why),
    },
    select: { id: true },
  });
  work.audit({
    ...{ action: "deletion.request", subjectType: "deletion", subjectId: id, patientId },
    detail: { closesAccount },
  });
  return { id };
}
