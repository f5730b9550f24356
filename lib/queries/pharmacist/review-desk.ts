import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { storedFindings, storedOverrides } from "@/lib/db/stored-findings";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { recordPanel } from "@/lib/domain/record-panel";
import { notFound } from "@/lib/errors";

const medicine = {
  select: {
    ...{ nameZh: true, nameEn: true, strengthZh: true, strengthEn: true, packZh: true, packEn: true },
    ...{ storageZh: true, storageEn: true },
  },
} as const;

/**
 * Everything that a review needs, in one statement: all versions with their checks, the patient with allergies, running medicines
 * and problems, who holds it. The look at the record is written down.
 */
export async function reviewDesk(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const row = await db().prescription.findFirst({
    where: { AND: [{ id }, scope.prescription(actor)] },
    select: {
      ...{ id: true, number: true, status: true, validUntil: true, claimedById: true, claimedUntil: true },
      ...{ isUrgent: true, claimedBy: { select: { displayName: true } } },
      patient: {
        select: {
          ...{ id: true, name: true, sex: true, birthDate: true, recordFetchedAt: true },
          record: {
            where: { OR: [{ kind: { in: ["allergy", "condition"] } }, { kind: "medication", isActive: true }] },
            orderBy: { occurredAt: { sort: "desc", nulls: "last" } },
            select: {
              ...{ kind: true, fhirId: true, occurredAt: true, code: true, display: true, mappedCode: true },
              ...{ isActive: true, detail: true },
            },
          },
        },
      },
      consultation: {
        select: { symptoms: true, doctor: { select: { nameZh: true, nameEn: true, certificateNo: true } } },
      },
      reviews: {
        orderBy: { at: "desc" },
        select: { id: true, decision: true, reasonCode: true, note: true, at: true },
      },
      versions: {
        orderBy: { number: "desc" },
        select: {
          ...{ id: true, number: true, diagnosisText: true, diagnosisCodes: true, advice: true, signedAt: true },
          ...{ supplyReason: true, overrides: true, guardianConfirmed: true, findings: true, isScreened: true },
          ...{ assessment: true, states: true, weightKg: true },
          items: {
            orderBy: { position: "asc" },
            select: {
              ...{ position: true, medicineId: true, dose: true, doseUnit: true, frequency: true, route: true },
              ...{ timing: true, days: true, packs: true, unitPriceFen: true, note: true, medicine },
            },
          },
        },
      },
    },
  });
  if (!row) throw notFound();
  const { patient, versions, claimedById, claimedUntil, claimedBy, ...prescription } = row;
  const [newest, ...earlier] = versions.map((version) => ({
    ...version,
    findings: storedFindings.parse(version.findings),
    overrides: storedOverrides.parse(version.overrides),
    weightKg: version.weightKg?.toNumber() ?? null,
    items: version.items.map((item) => ({ ...item, dose: item.dose.toNumber() })),
  }));
  if (!newest) throw notFound();
  await recordView(actor, now, {
    action: "prescription.review_view",
    subjectType: "prescription",
    subjectId: id,
    patientId: patient.id,
  });
  const { record, ...person } = patient;
  const isHeld = claimedById !== null && claimedUntil !== null && claimedUntil > now;
  return {
    ...prescription,
    patient: person,
    record: recordPanel(record),
    newest,
    earlier,
    heldUntil: isHeld ? claimedUntil : null,
    holder: isHeld ? (claimedBy?.displayName ?? "") : null,
    isMine: isHeld && claimedById === actor.accountId,
  };
}

export type ReviewDesk = Awaited<ReturnType<typeof reviewDesk>>;
