import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { SetIntake } from "@/lib/domain/schedule-input";

/** Stops or opens the doctor's intake, from this moment on, and sets how many conversations may be open at a time. */
export async function setIntake(work: Work, { isAccepting, openLimit }: SetIntake): Promise<void> {
  authorize(work.actor, "schedule.set_intake");
  const { accountId: id } = asPerson(work.actor);
  const data = { isAccepting: isAccepting === "yes", openLimit };
  await work.tx.doctor.update({ where: { id }, data, select: { id: true } });
  work.audit({ action: "schedule.set_intake", subjectType: "doctor", subjectId: id, detail: data });
}
