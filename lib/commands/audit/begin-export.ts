import "server-only";
import type { Work } from "@/lib/db/transact";
import type { AuditSearch } from "@/lib/domain/audit-search";
import { authorize } from "@/lib/domain/policy";

/** Writes down that somebody takes a part of the audit out, and which: names that were searched for are left out (they are personal). */
export async function beginExport(work: Work, search: AuditSearch): Promise<void> {
  authorize(work.actor, "audit.export");
  const { from = null, to = null, action = null } = search;
  work.audit({
    action: "audit.export",
    subjectType: "audit",
    subjectId: "export",
    detail: { from, to, action, byStaff: search.staff !== undefined, byPatient: search.patient !== undefined },
  });
}
