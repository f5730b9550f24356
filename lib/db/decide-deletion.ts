import "server-only";
import { asPerson } from "@/lib/domain/actor";
import type { DecideDeletion } from "@/lib/domain/deletion-input";
import { authorize } from "@/lib/domain/policy";
import type { DeletionOutcome } from "@/lib/domain/retention";
import { conflict, notFound } from "@/lib/errors";
import type { Work } from "./transact";

/** The request that an admin is about to decide; throws `not_found`. */
export async function requestToDecide(work: Work, id: string) {
  authorize(work.actor, "deletion.decide");
  const request = await work.tx.deletionRequest.findUnique({
    where: { id },
    select: { id: true, patientId: true, accountId: true, closesAccount: true },
  });
  if (!request) throw notFound();
  return request;
}

/** Decides an open request; whoever comes second gets the refusal `conflict`. */
export async function decideDeletion(
  work: Work,
  { requestId: id, reason }: DecideDeletion,
  decision: { readonly status: "rejected" } | { readonly status: "carried_out"; readonly outcome: DeletionOutcome },
): Promise<void> {
  const { accountId: decidedById } = asPerson(work.actor);
  const { count } = await work.tx.deletionRequest.updateMany({
    where: { id, status: "open" },
    data: { decidedAt: work.now, decidedById, reason, ...decision },
  });
  if (count === 0) throw conflict();
}
