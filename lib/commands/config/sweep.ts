import "server-only";
import { applyConfig } from "@/lib/db/apply-config";
import type { Work } from "@/lib/db/transact";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { ConfigKindId, ConfigRow } from "@/lib/domain/config";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** The day of a planned table has begun. */
export async function beginConfig(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "config.sweep");
  const due = { id, fromDay: { lte: dateColumn(shanghaiDay(work.now)) }, appliedAt: null, withdrawnAt: null };
  const version = await work.tx.configVersion.findFirst({
    where: due,
    select: { kind: true, rows: true, plannedById: true },
  });
  if (!version) throw conflict();
  const { count } = await work.tx.configVersion.updateMany({ where: due, data: { appliedAt: work.now } });
  if (count === 0) throw conflict();
  const kind = version.kind as ConfigKindId;
  const rows = version.rows as unknown as ConfigRow<ConfigKindId>[];
  await applyConfig(work, { id, kind, rows, by: version.plannedById ?? "" });
  work.audit({ action: "config.begin", subjectType: "config", subjectId: id, detail: { kind } });
}
