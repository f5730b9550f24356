import "server-only";
import { newId } from "@/lib/db/id";
import { ownOffering } from "@/lib/db/own-offering";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { SetWeek } from "@/lib/domain/schedule-input";

/** A doctor's ordinary week for one service. Places that are taken already stay taken. Throws `not_found`. */
export async function setWeek(work: Work, { offeringId, sessions }: SetWeek): Promise<void> {
  authorize(work.actor, "schedule.set_week");
  await ownOffering(work, offeringId);
  await work.tx.weeklySession.deleteMany({ where: { offeringId } });
  await work.tx.weeklySession.createMany({
    data: sessions.map((session) => ({ id: newId(), offeringId, ...session })),
  });
  work.audit({
    action: "schedule.set_week",
    subjectType: "offering",
    subjectId: offeringId,
    detail: { sessions: sessions.length, places: sessions.reduce((sum, session) => sum + session.places, 0) },
  });
}
