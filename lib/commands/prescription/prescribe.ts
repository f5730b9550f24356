import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { Prisma } from "@/lib/db/client";
import { clinicalSelect } from "@/lib/db/clinical";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import { screenedContent } from "@/lib/db/screened-content";
import { signVersion } from "@/lib/db/sign-version";
import { openSigner, signingKeySelect } from "@/lib/db/signing/signer";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { endOfDay } from "@/lib/domain/calendar";
import { requireLicence } from "@/lib/domain/licence";
import { authorize } from "@/lib/domain/policy";
import { needsSecondSignature } from "@/lib/domain/prescribing";
import type { Prescribe } from "@/lib/domain/prescription-input";
import { channels } from "@/lib/domain/realtime";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * The attending doctor prescribes in a follow-up consultation of his or her own (R11); it goes to the pharmacist (R12). Screened
 * anew on the database: refusals name their rule. Throws `not_follow_up` in a consultation that only gives advice.
 */
export async function prescribe(work: Work, input: Prescribe): Promise<{ id: string; number: string }> {
  authorize(work.actor, "prescription.prescribe");
  requireLicence(asPerson(work.actor), work.now);
  const { consultationId, version, pin, ...content } = input;
  const consultation = await work.tx.consultation.findFirst({
    where: { AND: [{ id: consultationId }, scope.consultation(work.actor)] },
    select: {
      ...{ id: true, status: true, service: true, version: true, accountId: true, doctorId: true },
      patient: { select: clinicalSelect(work.now) },
      doctor: { select: { account: { select: { signingKeys: signingKeySelect } } } },
    },
  });
  if (!consultation) throw notFound();
  const { patient, accountId, doctorId } = consultation;
  if (consultation.service !== "follow_up") throw new Refusal("not_follow_up", { rule: "R1" });
  if (consultation.status !== "in_progress" || consultation.version !== version) throw conflict();

  const signed = await screenedContent(work, patient, content);
  const signer = await openSigner(work, consultation.doctor.account.signingKeys[0], pin);
  const prescriberId = asPerson(work.actor).accountId;
  const id = newId();
  const number = await humanNumber(work.tx, "RX", work.now);
  // The conversation's version makes the same pad, sent twice, one prescription.
  const held = Prisma.sql`
    talk AS (
      UPDATE "Consultation" SET "version" = "version" + 1
      WHERE "id" = ${consultationId}::uuid AND "status" = 'in_progress' AND "version" = ${version} RETURNING "id"
    ), held AS (
    INSERT INTO "Prescription" ("id", "number", "consultationId", "patientId", "accountId", "doctorId", "status", "createdAt",
      "submittedAt", "validUntil", "isUrgent")
    SELECT ${id}::uuid, ${number}, talk."id", ${patient.id}::uuid, ${accountId}::uuid, ${doctorId}::uuid, 'in_review',
      ${work.now}, ${work.now}, ${endOfDay(work.now, signed.validDays - 1)}, ${signed.isUrgent}
    FROM talk RETURNING "id")`;
  await signVersion(work, held, { ...signed, prescriptionNumber: number, version: 1, prescriberId }, signer);
  await appendMessage(work, {
    consultationId,
    kind: "prescription",
    body: "prescribed",
    params: { number },
    prescriptionId: id,
  });
  work.audit({
    action: "prescription.prescribe",
    subjectType: "prescription",
    subjectId: id,
    patientId: patient.id,
    detail: {
      medicines: signed.items.length,
      findings: signed.findings.length,
      isScreened: signed.isScreened,
      isOverridden: signed.overrides.length > 0,
      isDoubleSigned: needsSecondSignature(signed.findings),
    },
  });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id } });
  work.emit({ channel: channels.account(doctorId), event: "changed", data: { id: consultationId } });
  return { id, number };
}
