import "server-only";
import { applyConfig } from "@/lib/db/apply-config";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { ConfigKindId, ConfigRow, PlanConfig } from "@/lib/domain/config";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

/** A draft comes into force: today at once, else when its day begins. Throws `day_invalid` for a day that is over, `conflict`. */
export async function planConfig(work: Work, { id, fromDay, reason }: PlanConfig): Promise<void> {
  authorize(work.actor, "config.plan");
  const today = shanghaiDay(work.now);
  if (fromDay < today) throw new Refusal("day_invalid", { fields: { fromDay: "day_invalid" } });
  const draft = await work.tx.configVersion.findUnique({ where: { id }, select: { kind: true, rows: true } });
  if (!draft) throw notFound();
  const isNow = fromDay === today;
  const by = asPerson(work.actor).accountId;
  const { count } = await work.tx.configVersion.updateMany({
    where: { id, fromDay: null, withdrawnAt: null },
    data: {
      ...{ fromDay: dateColumn(fromDay), reason, plannedById: by, plannedAt: work.now },
      ...(isNow && { appliedAt: work.now }),
    },
  });
  if (count === 0) throw conflict();
  const kind = draft.kind as ConfigKindId;
  if (isNow) await applyConfig(work, { id, kind, rows: draft.rows as unknown as ConfigRow<ConfigKindId>[], by });
  work.audit({ action: "config.plan", subjectType: "config", subjectId: id, detail: { kind, fromDay, reason } });
}
