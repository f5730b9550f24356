import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

/** A long supply comes to its end: the patient is told in time to book the next follow-up, once. */
export async function remindOfRenewal(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "prescription.remind");
  const [told] = await work.tx.prescription.updateManyAndReturn({
    where: { id, status: "dispensed", remindedAt: null, renewalDueAt: { lte: work.now } },
    data: { remindedAt: work.now },
    select: { number: true, accountId: true, patientId: true },
  });
  if (!told) throw conflict();
  const { number, accountId, patientId } = told;
  work.notify({ accountId, kind: "renewal_due", params: { number }, path: `/patient/prescriptions/${id}` });
  work.audit({ action: "prescription.remind", subjectType: "prescription", subjectId: id, patientId });
}
