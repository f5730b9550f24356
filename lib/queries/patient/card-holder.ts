import "server-only";
import { db } from "@/lib/db/client";
import { liveConsents } from "@/lib/db/consents";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { missingConsents } from "@/lib/domain/consent";

/** The name of one of my people, for whom a card is scanned, and whether a card may be linked yet (R31); null where there is none. */
export async function cardHolder(actor: Person, now: Date, patientId: string) {
  const patient = await db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: { id: true, name: true, birthDate: true, consents: liveConsents(actor, now) },
  });
  if (!patient) return null;
  const { id, name } = patient;
  return { id, name, isConsented: missingConsents("record", patient, now).length === 0 };
}
