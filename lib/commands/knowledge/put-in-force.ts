import "server-only";
import type { Work } from "@/lib/db/transact";
import type { KnowledgeKind } from "@/lib/domain/knowledge-file";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/**
 * From now on prescriptions are screened against this table; the one before stays, for versions that name it, and can be put
 * back. Throws `conflict` where the table is not there, or another was put in force at the same moment.
 */
export async function putInForce(
  work: Work,
  input: { readonly kind: KnowledgeKind; readonly number: number; readonly rows?: number },
): Promise<void> {
  authorize(work.actor, "knowledge.load");
  const { kind, number, rows } = input;
  await work.tx.knowledgeTable.updateMany({ where: { kind, isInForce: true }, data: { isInForce: false } });
  const { count } = await work.tx.knowledgeTable.updateMany({
    where: { kind, number },
    data: { isInForce: true, ...(rows !== undefined && { rows }) },
  });
  if (count === 0) throw conflict();
  work.audit({
    action: "knowledge.load",
    subjectType: "knowledge",
    subjectId: `${kind} ${number}`,
    detail: { rows: rows ?? null },
  });
}
