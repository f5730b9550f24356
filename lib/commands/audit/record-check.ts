import "server-only";
import { tellRoles } from "@/lib/db/tell-roles";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";

export interface CheckedAudit {
  readonly checked: number;
  /** Places and rows as texts: JSON has no large numbers. */
  readonly faults: readonly { readonly kind: string; readonly seq: string | null; readonly eventId: string | null }[];
}

/** Keeps a walk along the chain of the audit; what is wrong is told to those who answer for it. */
export async function recordCheck(work: Work, { checked, faults }: CheckedAudit): Promise<void> {
  authorize(work.actor, "audit.verify");
  const { id } = await work.tx.auditCheck.create({
    data: { at: work.now, checked, faults: faults.map((fault) => ({ ...fault })), byId: work.actor.accountId },
    select: { id: true },
  });
  if (faults.length > 0)
    await tellRoles(work, ["auditor", "admin"], {
      ...{ kind: "audit_broken", params: { count: faults.length }, path: "/admin/audit" },
    });
  work.audit({
    action: "audit.verify",
    subjectType: "audit",
    subjectId: String(id),
    detail: { checked, faults: faults.length },
  });
}
