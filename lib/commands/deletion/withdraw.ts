import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { WithdrawDeletion } from "@/lib/domain/deletion-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

/** Takes one's own request for deletion back while nobody has decided it. */
export async function withdrawDeletion(work: Work, { requestId: id }: WithdrawDeletion): Promise<void> {
  authorize(work.actor, "deletion.withdraw");
  const { accountId } = asPerson(work.actor);
  const request = await work.tx.deletionRequest.findFirst({ where: { id, accountId }, select: { patientId: true } });
  if (!request) throw notFound();
  const { count } = await work.tx.deletionRequest.updateMany({
    where: { id, accountId, status: "open" },
    data: { status: "withdrawn", decidedAt: work.now, decidedById: accountId },
  });
  if (count === 0) throw conflict();
  work.audit({
    ...{ action: "deletion.withdraw", subjectType: "deletion", subjectId: id, patientId: request.patientId },
  });
}
