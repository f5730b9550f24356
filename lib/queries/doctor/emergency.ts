import "server-only";
import { db } from "@/lib/db/client";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { recordPanel } from "@/lib/domain/record-panel";
import { notFound } from "@/lib/errors";
import { recordSince } from "./record-since";

const MOST = 20;

/** What this doctor opened in emergencies, the newest first: what is open still, and how the rest was judged. */
export const ownEmergencies = (actor: Person) =>
  db().emergencyAccess.findMany({
    where: { doctorId: actor.accountId },
    orderBy: { openedAt: "desc" },
    take: MOST,
    select: {
      ...{ id: true, openedAt: true, expiresAt: true, verdict: true, reviewNote: true },
      patient: { select: { name: true } },
    },
  });

/** The record that was opened, while its hour lasts; each look is written down. Throws `not_found` for anybody else, and afterwards. */
export async function emergencyRecord(actor: Person, now: Date, id: string) {
  const row = isId(id)
    ? await db().emergencyAccess.findFirst({
        where: { id, doctorId: actor.accountId, expiresAt: { gt: now } },
        select: {
          ...{ patientId: true, reason: true, expiresAt: true },
          patient: {
            select: {
              ...{ name: true, sex: true, birthDate: true, recordFetchedAt: true },
              record: {
                where: recordSince(now),
                orderBy: { occurredAt: { sort: "desc", nulls: "last" } },
                select: {
                  ...{ kind: true, fhirId: true, occurredAt: true, display: true, mappedCode: true, isActive: true },
                  detail: true,
                },
              },
            },
          },
        },
      })
    : null;
  if (!row) throw notFound();
  const { patientId, patient, ...access } = row;
  await recordView(actor, now, {
    action: "record.emergency_view",
    subjectType: "emergency",
    subjectId: id,
    patientId,
  });
  const { record, ...person } = patient;
  return { ...access, patient: person, record: recordPanel(record) };
}
