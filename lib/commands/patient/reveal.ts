import "server-only";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import type { OwnPerson } from "@/lib/domain/patient-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** The whole ID number of one of one's own people, asked for on purpose and written down. */
export async function revealIdNumber(work: Work, input: OwnPerson): Promise<{ number: string }> {
  authorize(work.actor, "patient.reveal_id");
  const patient = await work.tx.patient.findFirst({
    where: { AND: [{ id: input.patientId }, scope.patient(work.actor)] },
    select: { id: true, idNumberSealed: true },
  });
  if (!patient) throw notFound();
  work.audit({ action: "patient.reveal_id", subjectType: "patient", subjectId: patient.id, patientId: patient.id });
  return { number: unseal(patient.idNumberSealed) };
}
