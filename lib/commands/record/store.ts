import "server-only";
import { scope } from "@/lib/db/scope";
import { storeRecord } from "@/lib/db/sql/record";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import type { MappedEntry } from "@/lib/domain/record";
import { notFound } from "@/lib/errors";

/** Stores what was fetched anew of a person whose card is linked. */
export async function storeFetchedRecord(
  work: Work,
  fetched: { patientId: string; fhirPatientId: string; entries: readonly MappedEntry[] },
): Promise<{ fetchedAt: Date }> {
  authorize(work.actor, "record.refresh");
  const patient = await work.tx.patient.findFirst({
    where: {
      AND: [{ id: fetched.patientId }, scope.patient(work.actor)],
      cards: { some: { fhirPatientId: fetched.fhirPatientId, unlinkedAt: null } },
    },
    select: { id: true },
  });
  if (!patient) throw notFound();
  await storeRecord(work, patient.id, fetched.entries);
  work.audit({
    action: "record.refresh",
    subjectType: "patient",
    subjectId: patient.id,
    patientId: patient.id,
    detail: { entries: fetched.entries.length },
  });
  return { fetchedAt: work.now };
}
