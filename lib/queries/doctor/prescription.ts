import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { storedFindings, storedOverrides } from "@/lib/db/stored-findings";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { isHeldByOrder } from "@/lib/domain/prescribing";
import { notFound } from "@/lib/errors";

/** One of the doctor's own prescriptions: its newest version, what the pharmacist said, how it stands. */
export async function doctorsPrescription(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const row = await db().prescription.findFirst({
    where: { AND: [{ id }, scope.prescription(actor)] },
    select: {
      ...{ id: true, number: true, status: true, createdAt: true, validUntil: true, closedAt: true, closeReason: true },
      consultationId: true,
      patient: { select: { id: true, name: true, sex: true, birthDate: true } },
      reviews: {
        orderBy: { at: "desc" },
        select: { id: true, decision: true, reasonCode: true, note: true, at: true },
      },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          ...{ number: true, diagnosisCodes: true, diagnosisText: true, advice: true, validDays: true, signedAt: true },
          ...{
            supplyReason: true,
            overrides: true,
            assessment: true,
            weightKg: true,
            states: true,
            findings: true,
            isScreened: true,
            contentSha256: true,
          },
          items: {
            orderBy: { position: "asc" },
            select: {
              ...{ id: true, medicineId: true, dose: true, doseUnit: true, frequency: true, route: true, timing: true },
              days: true,
              ...{ packs: true, note: true },
              medicine: { select: { nameZh: true, nameEn: true, strengthZh: true, strengthEn: true } },
            },
          },
        },
      },
      orders: {
        where: { status: { notIn: ["lapsed", "cancelled"] } },
        select: { status: true, payments: { where: { status: "succeeded" }, select: { id: true } } },
      },
    },
  });
  const newest = row?.versions[0];
  if (!row || !newest) throw notFound();
  const { versions: _, orders, patient, ...prescription } = row;
  await recordView(actor, now, {
    action: "prescription.view",
    subjectType: "prescription",
    subjectId: id,
    patientId: patient.id,
  });
  return {
    ...prescription,
    patient,
    /** An order that money has arrived for keeps it from being taken back. */
    isPaid: isHeldByOrder(orders),
    newest: {
      ...newest,
      findings: storedFindings.parse(newest.findings),
      overrides: storedOverrides.parse(newest.overrides),
      items: newest.items.map(({ dose, ...item }) => ({ ...item, dose: dose.toNumber() })),
    },
  };
}

export type DoctorsPrescription = Awaited<ReturnType<typeof doctorsPrescription>>;
