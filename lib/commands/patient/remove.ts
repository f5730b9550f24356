import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { consultationMachine } from "@/lib/domain/consultation";
import { orderMachine } from "@/lib/domain/order";
import { authorize } from "@/lib/domain/policy";
import { conflict, notFound, Refusal } from "@/lib/errors";

const openConsultations = consultationMachine.states.filter((state) => !consultationMachine.isFinal(state));
const openOrders = orderMachine.states.filter((state) => !orderMachine.isFinal(state));

/** Ends the account's link to a person; the record stays (R28). Refused while something of that person is still under way. */
export async function removePatient(work: Work, input: { patientId: string }): Promise<void> {
  authorize(work.actor, "patient.remove");
  const { accountId } = asPerson(work.actor);
  const patient = await work.tx.patient.findFirst({
    where: { id: input.patientId, ...scope.patient(work.actor) },
    select: {
      id: true,
      consultations: { where: { accountId, status: { in: openConsultations } }, select: { id: true }, take: 1 },
      prescriptions: {
        where: { accountId, orders: { some: { status: { in: openOrders } } } },
        select: { id: true },
        take: 1,
      },
    },
  });
  if (!patient) throw notFound();
  if (patient.consultations.length + patient.prescriptions.length > 0) throw new Refusal("person_in_use");
  const { count } = await work.tx.patientLink.updateMany({
    where: { accountId, patientId: patient.id, endedAt: null },
    data: { endedAt: work.now },
  });
  if (count === 0) throw conflict();
  work.audit({ action: "patient.remove", subjectType: "patient", subjectId: patient.id, patientId: patient.id });
}
