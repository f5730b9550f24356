import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

const versionSelect = {
  ...{ number: true, diagnosisText: true, diagnosisCodes: true, advice: true, validDays: true, signedAt: true },
  items: {
    orderBy: { position: "asc" },
    select: {
      ...{
        position: true,
        dose: true,
        doseUnit: true,
        frequency: true,
        route: true,
        timing: true,
        days: true,
        packs: true,
        note: true,
      },
      medicine: {
        select: {
          ...{ nameZh: true, nameEn: true, strengthZh: true, strengthEn: true, packZh: true, packEn: true },
          ...{ storageZh: true, storageEn: true, purposeZh: true, purposeEn: true, avoidZh: true, avoidEn: true },
        },
      },
    },
  },
} as const;

/**
 * One of my prescriptions as it was signed last, with the pharmacist's newest decision and the order that lives on it. Throws
 * `not_found`.
 */
export async function myPrescription(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const found = await db().prescription.findFirst({
    where: { AND: [{ id }, scope.prescription(actor)] },
    select: {
      ...{
        id: true,
        number: true,
        status: true,
        validUntil: true,
        approvedAt: true,
        closedAt: true,
        closeReason: true,
      },
      ...{ consultationId: true, patientId: true },
      patient: { select: { name: true, sex: true, birthDate: true } },
      consultation: {
        select: {
          doctor: { select: { nameZh: true, nameEn: true, title: true } },
          department: { select: { nameZh: true, nameEn: true } },
        },
      },
      versions: { orderBy: { number: "desc" }, take: 1, select: versionSelect },
      reviews: {
        orderBy: { at: "desc" },
        take: 1,
        select: { decision: true, reasonCode: true, at: true, reviewerId: true },
      },
      orders: { where: { status: { notIn: ["lapsed", "cancelled"] } }, select: { id: true, status: true }, take: 1 },
    },
  });
  const [version] = found?.versions ?? [];
  if (!found || !version) throw notFound();
  const { versions, reviews, orders, consultation, patientId, ...prescription } = found;
  const [review] = reviews;
  const [reviewer] = await Promise.all([
    review &&
      db().staff.findUnique({ where: { accountId: review.reviewerId }, select: { nameZh: true, nameEn: true } }),
    recordView(actor, now, {
      ...{ action: "prescription.view", subjectType: "prescription", subjectId: id, patientId },
    }),
  ]);
  const items = version.items.map(({ dose, ...item }) => ({ ...item, dose: dose.toNumber() }));
  return {
    ...{ ...prescription, ...consultation, version: { ...version, items }, order: orders[0] ?? null },
    review: review ? { decision: review.decision, reasonCode: review.reasonCode, at: review.at, reviewer } : null,
  };
}

export type MyPrescriptionPage = Awaited<ReturnType<typeof myPrescription>>;
