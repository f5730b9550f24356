import "server-only";
import { conflict } from "@/lib/errors";
import { linkPerson } from "./link-person";
import type { Work } from "./transact";

export interface OpenClaim {
  readonly id: string;
  readonly patientId: string;
  readonly accountId: string;
  readonly relation: "self" | "child" | "spouse" | "parent" | "other";
  readonly isGuardian: boolean;
}

/** Decides an open claim, once: whoever comes second meets `conflict`. Approved, the person is linked (R10 counts then). Tells the claimant. */
export async function decideClaim(
  work: Work,
  claim: OpenClaim,
  decision: "approved" | "rejected",
  reason: string | null,
): Promise<void> {
  const { id, patientId, accountId, relation, isGuardian } = claim;
  const { count } = await work.tx.patientClaim.updateMany({
    where: { id, status: "pending", dueAt: { gt: work.now } },
    data: { status: decision, decidedAt: work.now, decidedById: work.actor.accountId, reason },
  });
  if (count === 0) throw conflict();
  if (decision === "approved") await linkPerson(work, { accountId, patientId, relation, isGuardian });
  work.notify({ accountId, kind: `claim_${decision}`, params: {}, path: "/patient/people" });
}

export const claimSelect = { id: true, patientId: true, accountId: true, relation: true, isGuardian: true } as const;
