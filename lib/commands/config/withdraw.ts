import "server-only";
import { applyConfig } from "@/lib/db/apply-config";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ConfigKindId, ConfigRow, WithdrawConfig } from "@/lib/domain/config";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

const newest = [{ fromDay: "desc" }, { appliedAt: "desc" }] as const;

/**
 * Takes a version back: a draft is thrown away, a plan does not come, and what is in force gives way to what was in force before it.
 * Throws `conflict` for one that was followed by another, or has nothing before it.
 */
export async function withdrawConfig(work: Work, { id }: WithdrawConfig): Promise<void> {
  authorize(work.actor, "config.plan");
  const version = await work.tx.configVersion.findUnique({ where: { id }, select: { kind: true, appliedAt: true } });
  if (!version) throw notFound();
  const kind = version.kind as ConfigKindId;
  const inForce = { kind, appliedAt: { not: null }, withdrawnAt: null };
  if (version.appliedAt) {
    const [last, before] = await work.tx.configVersion.findMany({
      where: inForce,
      orderBy: [...newest],
      take: 2,
      select: { id: true, rows: true },
    });
    if (last?.id !== id || !before) throw conflict();
    const rows = before.rows as unknown as ConfigRow<ConfigKindId>[];
    await applyConfig(work, { id, kind, rows, by: asPerson(work.actor).accountId });
  }
  const { count } = await work.tx.configVersion.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: work.now, withdrawnById: asPerson(work.actor).accountId },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "config.withdraw", subjectType: "config", subjectId: id, detail: { kind } });
}
