import "server-only";
import { answerTests } from "@/lib/db/answer-tests";
import { liveConsents } from "@/lib/db/consents";
import { NOBODY, scope } from "@/lib/db/scope";
import { storeRecord } from "@/lib/db/sql/record";
import type { Work } from "@/lib/db/transact";
import { requireConsents } from "@/lib/domain/consent";
import { authorize } from "@/lib/domain/policy";
import type { IncomingRecord } from "@/lib/domain/record";
import { notFound } from "@/lib/errors";

/** Stores what was fetched anew of a person whose card is linked. */
export async function storeFetchedRecord(
  work: Work,
  fetched: { patientId: string; fhirPatientId: string; record: IncomingRecord },
): Promise<{ fetchedAt: Date }> {
  authorize(work.actor, "record.refresh");
  const patient = await work.tx.patient.findFirst({
    where: {
      AND: [{ id: fetched.patientId }, scope.patient(work.actor)],
      cards: { some: { fhirPatientId: fetched.fhirPatientId, unlinkedAt: null } },
    },
    select: {
      ...{ id: true, birthDate: true, consents: liveConsents(work.actor, work.now) },
      // Why a doctor did it: for the consultation that is open between them.
      consultations: {
        where: { doctorId: work.actor.accountId ?? NOBODY, status: { in: ["waiting", "in_progress"] } },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { id: true },
      },
    },
  });
  if (!patient) throw notFound();
  if (work.actor.role === "patient") requireConsents("record", patient, work.now);
  await storeRecord(work, patient.id, fetched.record);
  await answerTests(work, patient.id);
  work.audit({
    action: "record.refresh",
    subjectType: "patient",
    subjectId: patient.id,
    patientId: patient.id,
    detail: {
      entries: fetched.record.entries.length,
      isWhole: fetched.record.isWhole,
      consultationId: patient.consultations[0]?.id ?? null,
    },
  });
  return { fetchedAt: work.now };
}
