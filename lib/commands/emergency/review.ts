import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { ReviewEmergency } from "@/lib/domain/emergency-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound } from "@/lib/errors";

/** Says whether it was right to open a record in an emergency; once. The doctor is told. */
export async function reviewEmergency(work: Work, input: ReviewEmergency): Promise<void> {
  authorize(work.actor, "emergency.review");
  const { accountId: reviewedById } = asPerson(work.actor);
  const { accessId: id, verdict, note: reviewNote } = input;
  const access = await work.tx.emergencyAccess.findUnique({
    where: { id },
    select: { patientId: true, doctorId: true },
  });
  if (!access) throw notFound();
  const { count } = await work.tx.emergencyAccess.updateMany({
    where: { id, reviewedAt: null },
    data: { verdict, reviewedById, reviewedAt: work.now, reviewNote },
  });
  if (count === 0) throw conflict();
  work.audit({
    action: "emergency.review",
    subjectType: "emergency",
    subjectId: id,
    patientId: access.patientId,
    detail: { verdict },
  });
  work.notify({ accountId: access.doctorId, kind: `emergency_${verdict}`, params: {}, path: "/doctor/emergency" });
}
