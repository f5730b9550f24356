import "server-only";
import { type AuditLineFound, auditPage, type ChainStanding, chainStanding } from "@/lib/db/sql/audit-trail";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import type { AuditSearch } from "@/lib/domain/audit-search";

export type { AuditLineFound, ChainStanding };

const PAGE = 50;

/**
 * What a search finds, fifty rows at a time, and, on the first page, how the chain stands; that somebody searched is a row of its own.
 */
export async function auditTrail(actor: Person, now: Date, search: AuditSearch, before: string | undefined) {
  const [found, chain] = await Promise.all([auditPage(search, before, PAGE), before ? null : chainStanding()]);
  await recordView(actor, now, { action: "audit.search", subjectType: "audit", subjectId: "search" });
  return { ...found, chain };
}
