import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import type { FormSignature, PrescriptionForm } from "@/lib/domain/prescription-form";
import { notFound } from "@/lib/errors";

const named = { select: { nameZh: true, nameEn: true } } as const;

const formSelect = {
  ...{ number: true, status: true, validUntil: true, patientId: true },
  patient: {
    select: {
      ...{ name: true, sex: true, birthDate: true },
      cards: { where: { unlinkedAt: null }, take: 1, select: { cardNumberSealed: true } },
    },
  },
  consultation: { select: { department: named } },
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      ...{ number: true, diagnosisText: true, advice: true, signedAt: true, contentSha256: true, weightKg: true },
      items: {
        orderBy: { position: "asc" },
        select: {
          ...{ dose: true, doseUnit: true, frequency: true, route: true, timing: true, days: true, packs: true },
          ...{ note: true, unitPriceFen: true },
          medicine: {
            select: {
              ...{ nameZh: true, nameEn: true, strengthZh: true, strengthEn: true, packZh: true, packEn: true },
              isTcmPiece: true,
            },
          },
        },
      },
      signatures: {
        select: {
          ...{ purpose: true, value: true, at: true },
          key: {
            select: {
              algorithm: true,
              account: { select: { staff: { select: { nameZh: true, nameEn: true, certificateNo: true } } } },
            },
          },
        },
      },
    },
  },
} as const;

/** What the official form of a prescription says, for whoever may see it; the look is written down. Throws `not_found`. */
export async function prescriptionForm(actor: Person, now: Date, id: string): Promise<PrescriptionForm> {
  const row = await db().prescription.findFirst({
    where: { AND: [{ id }, scope.prescription(actor)] },
    select: formSelect,
  });
  const version = row?.versions[0];
  if (!row || !version) throw notFound();
  const { patientId, patient, consultation } = row;
  await recordView(actor, now, {
    ...{ action: "prescription.download", subjectType: "prescription", subjectId: id, patientId },
  });
  const signatures = version.signatures.map(({ purpose, value, at, key }) => ({
    purpose,
    signed: { ...(key.account.staff ?? nobody), algorithm: key.algorithm, value, at },
  }));
  const signedAs = (wanted: string): FormSignature | null => {
    const found = signatures.find(({ purpose }) => purpose === wanted)?.signed;
    return found ? { ...found, certificateNo: found.certificateNo ?? "" } : null;
  };
  const sealedCard = patient.cards[0]?.cardNumberSealed;
  return {
    ...{ number: row.number, version: version.number, status: row.status, validUntil: row.validUntil },
    patient: {
      ...{ name: patient.name, sex: patient.sex, birthDate: patient.birthDate },
      weightKg: version.weightKg?.toNumber() ?? null,
    },
    cardNumber: sealedCard ? unseal(sealedCard) : null,
    ...{ departmentZh: consultation.department.nameZh, departmentEn: consultation.department.nameEn },
    ...{ diagnosis: version.diagnosisText, advice: version.advice, signedAt: version.signedAt },
    items: version.items.map(({ dose, medicine, unitPriceFen: _, ...item }) => ({
      ...item,
      ...medicine,
      dose: dose.toNumber(),
    })),
    isOfPieces: version.items.some(({ medicine }) => medicine.isTcmPiece),
    totalFen: version.items.reduce((sum, { packs, unitPriceFen }) => sum + packs * unitPriceFen, 0),
    ...{ prescriber: signedAs("prescribe"), pharmacist: signedAs("approve") },
    contentSha256: version.contentSha256,
  };
}

const nobody = { nameZh: "", nameEn: "", certificateNo: "" };
