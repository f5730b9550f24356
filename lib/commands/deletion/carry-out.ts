import "server-only";
import { decideDeletion, requestToDecide } from "@/lib/db/decide-deletion";
import { deletePersonal } from "@/lib/db/sql/delete-personal";
import { holdings } from "@/lib/db/sql/holdings";
import type { Work } from "@/lib/db/transact";
import type { DecideDeletion } from "@/lib/domain/deletion-input";
import { deletionOutcome } from "@/lib/domain/retention";
import { Refusal } from "@/lib/errors";

/**
 * Takes away what no rule keeps, and writes down what went and what is kept until when, by which rule (R28, R31). Refusals:
 * `deletion_under_way` where something has begun since it was asked for, `conflict` where it is decided already.
 */
export async function carryOutDeletion(work: Work, input: DecideDeletion): Promise<void> {
  const { id, patientId, accountId, ...asked } = await requestToDecide(work, input.requestId);
  const held = await holdings(work.tx, accountId, patientId);
  if (held.isUnderWay) throw new Refusal("deletion_under_way", { rule: "R31" });
  const closesAccount = asked.closesAccount && held.otherPeople === 0;
  const outcome = deletionOutcome(held, closesAccount);
  // Decided first: the second of two admins waits here, and finds nothing to decide.
  await decideDeletion(work, input, { status: "carried_out", outcome });
  const { isShared, keepsIdentity } = outcome;
  for (const storageKey of await deletePersonal(work, { accountId, patientId, isShared, keepsIdentity, closesAccount }))
    work.erase(storageKey);
  const goneRows = outcome.gone.reduce((sum, { count }) => sum + count, 0);
  const keptRows = outcome.kept.reduce((sum, { count }) => sum + count, 0);
  work.audit({
    ...{ action: "deletion.carry_out", subjectType: "deletion", subjectId: id, patientId },
    detail: { gone: goneRows, kept: keptRows, isShared, keepsIdentity, closesAccount },
  });
  // Who closed the account has no notice centre any more.
  if (!closesAccount) work.notify({ accountId, kind: "deletion_carried_out", params: {}, path: "/patient/me/privacy" });
}
