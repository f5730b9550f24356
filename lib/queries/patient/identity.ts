import "server-only";
import { db } from "@/lib/db/client";
import { liveConsents } from "@/lib/db/consents";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import type { Actor } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";

/** Who a person is in full, for the comparison with the hospital's server, and what was agreed to; never for a screen. Throws `not_found`. */
export async function patientIdentity(actor: Actor, patientId: string, now: Date) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: {
      ...{ id: true, name: true, birthDate: true, idDocument: true, idNumberSealed: true },
      consents: liveConsents(actor, now),
    },
  });
  if (!patient) throw notFound();
  const { idNumberSealed, ...rest } = patient;
  return { ...rest, birthDay: rest.birthDate.toISOString().slice(0, 10), idNumber: unseal(idNumberSealed) };
}

/** Where a person's record comes from, when it was last fetched, and what was agreed to. Throws `not_found`. */
export async function recordSource(actor: Actor, patientId: string, now: Date) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: {
      birthDate: true,
      consents: liveConsents(actor, now),
      recordFetchedAt: true,
      recordWholeAt: true,
      recordSyncedTo: true,
      cards: { where: { unlinkedAt: null }, select: { fhirPatientId: true }, take: 1 },
    },
  });
  if (!patient) throw notFound();
  return {
    birthDate: patient.birthDate,
    consents: patient.consents,
    fetchedAt: patient.recordFetchedAt,
    wholeAt: patient.recordWholeAt,
    syncedTo: patient.recordSyncedTo,
    fhirPatientId: patient.cards[0]?.fhirPatientId ?? null,
  };
}
