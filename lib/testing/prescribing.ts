import "server-only";
import { prescribe } from "@/lib/commands/prescription/prescribe";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { ConsultationStatus } from "@/lib/domain/consultation";
import type { Prescribe, PrescriptionContent } from "@/lib/domain/prescription-input";
import type { RecordKind } from "@/lib/domain/record";
import { consultation, NOON, type Talk } from "./consultation";
import { keyed, PIN } from "./keyed";

interface Wanted {
  readonly status?: ConsultationStatus;
  readonly birthDay?: string;
  readonly record?: readonly { kind: RecordKind; display: string; code?: string; mappedCode?: string }[];
}

/** A paid follow-up consultation of an adult whose record says high blood pressure, and what else is wanted. */
export async function followUp(wanted: Wanted = {}): Promise<Talk> {
  const talk = await consultation({ status: wanted.status });
  await keyed(talk.doctor);
  const { offeringId } = await db().consultation.update({
    where: { id: talk.id },
    data: { service: "follow_up", visitFhirId: "visit-1", visitAt: NOON, visitDiagnosis: "I10" },
    select: { offeringId: true },
  });
  await db().offering.update({ where: { id: offeringId }, data: { service: "follow_up" } });
  await db().patient.update({
    where: { id: talk.patientId },
    data: { birthDate: new Date(`${wanted.birthDay ?? "1990-05-01"}T00:00:00.000Z`) },
  });
  const record = wanted.record ?? [];
  await db().recordEntry.createMany({
    data: record.map((entry, index) => ({ ...entry, patientId: talk.patientId, fhirId: `entry-${index}`, detail: {} })),
  });
  await db().payment.create({
    data: {
      ...{ id: newId(), accountId: talk.patient.accountId, purpose: "consultation_fee", consultationId: talk.id },
      ...{
        amountFen: 3000,
        status: "succeeded",
        idempotencyKey: newId(),
        createdAt: NOON,
        expiresAt: NOON,
        settledAt: NOON,
      },
    },
  });
  return talk;
}

type FormularyRow = { id: string; atc: string; routes: string[]; priceFen: number; packSize: number };

/** A medicine of the seeded formulary, by its code. */
export const seededMedicine = (code: string): Promise<FormularyRow> =>
  db().medicine.findUniqueOrThrow({
    where: { code },
    select: { id: true, atc: true, routes: true, priceFen: true, packSize: true },
  });

/** Levothyroxine once a day for a week: what nothing speaks against. */
export async function content(more: Partial<PrescriptionContent> = {}): Promise<PrescriptionContent> {
  const { id: medicineId } = await seededMedicine("M001");
  return {
    ...{
      diagnosisCodes: ["I10"],
      advice: "按时服药，两周后复查。",
      validDays: 1,
      supplyReason: null,
      overrides: [],
    },
    ...{ isDoseConfirmed: false, guardianConfirmed: false, assessment: null, patientConfirmed: false },
    ...{ states: [], weightKg: null, isUrgent: false },
    items: [{ medicineId, dose: 1, frequency: "qd", route: "oral", timing: "", days: 7, note: "" }],
    ...more,
  };
}

/** What a pad of this consultation sends. */
export const pad = async (talk: Talk, more: Partial<PrescriptionContent> = {}): Promise<Prescribe> => ({
  consultationId: talk.id,
  version: 1,
  pin: PIN,
  ...(await content(more)),
});

/** A prescription under review, in a follow-up of its own. */
export async function prescribed(
  more: Partial<PrescriptionContent> = {},
  wanted: Wanted = {},
): Promise<Talk & { readonly prescriptionId: string }> {
  const talk = await followUp(wanted);
  const { id } = await transact({ actor: talk.doctor, now: NOON }, prescribe, await pad(talk, more));
  return { ...talk, prescriptionId: id };
}

/** The same, sent back by a pharmacist. */
export async function returned(
  more: Partial<PrescriptionContent> = {},
  wanted: Wanted = {},
): Promise<Talk & { readonly prescriptionId: string }> {
  const made = await prescribed(more, wanted);
  await db().prescription.update({ where: { id: made.prescriptionId }, data: { status: "returned", version: 2 } });
  return made;
}
