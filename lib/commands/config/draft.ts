import "server-only";
import { plainRows } from "@/lib/db/apply-config";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ConfigKindId } from "@/lib/domain/config";
import { authorize } from "@/lib/domain/policy";

/** Keeps a table that was read without a fault, to be looked at; it counts from the day that it is given. */
export async function draftConfig(
  work: Work,
  { kind, rows }: { kind: ConfigKindId; rows: readonly object[] },
): Promise<{ id: string }> {
  authorize(work.actor, "config.draft");
  const id = newId();
  await work.tx.configVersion.create({
    data: {
      ...{ id, kind, rows: plainRows(rows), rowCount: rows.length },
      ...{ draftedById: asPerson(work.actor).accountId, draftedAt: work.now },
    },
    select: { id: true },
  });
  work.audit({ action: "config.draft", subjectType: "config", subjectId: id, detail: { kind, rows: rows.length } });
  return { id };
}
