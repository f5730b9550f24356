import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { LOOK_MINUTES } from "@/lib/domain/report";
import type { LookAtPrescribers } from "@/lib/domain/report-input";

/** R30: opens the statistics by prescriber to whoever says why, for an hour; the reason is kept with the audit. */
export async function lookAtPrescribers(work: Work, { reason }: LookAtPrescribers): Promise<void> {
  authorize(work.actor, "report.look");
  const { accountId } = asPerson(work.actor);
  const id = newId();
  await work.tx.prescriberLook.create({
    data: { id, accountId, reason, at: work.now, until: addMinutes(work.now, LOOK_MINUTES) },
    select: { id: true },
  });
  work.audit({ action: "report.look", subjectType: "prescriber_look", subjectId: id, detail: { reason, rule: "R30" } });
}
