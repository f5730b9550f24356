import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import type { Actor } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";

/** Who a person is in full, for the comparison with the hospital's server; never for a screen. Throws `not_found`. */
export async function patientIdentity(actor: Actor, patientId: string) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: { id: true, name: true, birthDate: true, idDocument: true, idNumberSealed: true },
  });
  if (!patient) throw notFound();
  const { idNumberSealed, birthDate, ...rest } = patient;
  return { ...rest, birthDay: birthDate.toISOString().slice(0, 10), idNumber: unseal(idNumberSealed) };
}

/** Where a person's record comes from, and when it was last fetched. Throws `not_found`. */
export async function recordSource(actor: Actor, patientId: string) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: {
      recordFetchedAt: true,
      recordWholeAt: true,
      recordSyncedTo: true,
      cards: { where: { unlinkedAt: null }, select: { fhirPatientId: true }, take: 1 },
    },
  });
  if (!patient) throw notFound();
  return {
    fetchedAt: patient.recordFetchedAt,
    wholeAt: patient.recordWholeAt,
    syncedTo: patient.recordSyncedTo,
    fhirPatientId: patient.cards[0]?.fhirPatientId ?? null,
  };
}
