import "server-only";
import { asPerson } from "@/lib/domain/actor";
import { endOfDay } from "@/lib/domain/calendar";
import { needsSecondSignature } from "@/lib/domain/prescribing";
import { type PrescriptionEvent, prescriptionMachine } from "@/lib/domain/prescription";
import type { PrescriptionContent } from "@/lib/domain/prescription-input";
import { channels } from "@/lib/domain/realtime";
import { conflict, notFound, Refusal } from "@/lib/errors";
import { appendMessage } from "./append-message";
import { clinicalSelect } from "./clinical";
import { scope } from "./scope";
import { screenedContent } from "./screened-content";
import { resubmitted, signVersion } from "./sign-version";
import { openSigner, signingKeySelect } from "./signing/signer";
import type { Work } from "./transact";

/**
 * A prescription that the doctor may correct or confirm, with its newest version and the patient as screening reads one: one
 * statement. Throws `not_found`, `conflict` where its machine does not allow `event`, `prescription_expired` (R15).
 */
export async function returnedPrescription(work: Work, id: string, event: PrescriptionEvent) {
  const found = await work.tx.prescription.findFirst({
    where: { AND: [{ id }, scope.prescription(work.actor)] },
    select: {
      ...{ id: true, number: true, status: true, version: true, contentVersion: true, validUntil: true },
      ...{ consultationId: true, doctorId: true },
      consultation: { select: { doctor: { select: { account: { select: { signingKeys: signingKeySelect } } } } } },
      patient: { select: clinicalSelect(work.now) },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          ...{ diagnosisCodes: true, advice: true, validDays: true, supplyReason: true, guardianConfirmed: true },
          ...{ findings: true, overrides: true, states: true, weightKg: true, assessment: true },
          items: {
            orderBy: { position: "asc" },
            select: {
              medicineId: true,
              dose: true,
              frequency: true,
              route: true,
              timing: true,
              days: true,
              note: true,
            },
          },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { versions, consultation, ...prescription } = found;
  const [key] = consultation.doctor.account.signingKeys;
  const newest = versions[0];
  if (!newest || !prescriptionMachine.can(prescription.status, event)) throw conflict();
  if (prescription.validUntil && prescription.validUntil <= work.now)
    throw new Refusal("prescription_expired", { rule: "R15" });
  return { ...prescription, newest, key };
}

type Returned = Awaited<ReturnType<typeof returnedPrescription>>;

/**
 * Signs the next version of a prescription that came back and hands it to review again, screened anew; R15 runs from this
 * signature. Throws what screening refuses, and `conflict` where somebody was faster.
 */
export async function resubmit(
  work: Work,
  returned: Returned,
  event: "revise" | "double_sign",
  { pin, ...content }: PrescriptionContent & { readonly pin: string },
): Promise<{ id: string; version: number }> {
  const { id, number, consultationId, doctorId, patient } = returned;
  const inReview = prescriptionMachine.next(prescriptionMachine.next(returned.status, event), "submit");
  const signed = await screenedContent(work, patient, content);
  const signer = await openSigner(work, returned.key, pin);
  const version = returned.contentVersion + 1;
  const validUntil = endOfDay(work.now, signed.validDays - 1);
  const prescriberId = asPerson(work.actor).accountId;
  const held = resubmitted(returned, {
    contentVersion: version,
    submittedAt: work.now,
    validUntil,
    isUrgent: signed.isUrgent,
  });
  const standsBy = event === "double_sign";
  await signVersion(work, held, { ...signed, prescriptionNumber: number, version, prescriberId }, signer, standsBy);
  await appendMessage(work, {
    consultationId,
    kind: "system",
    body: "prescription_revised",
    params: { number, version },
  });
  work.audit({
    action: `prescription.${event}`,
    subjectType: "prescription",
    subjectId: id,
    patientId: patient.id,
    detail: {
      ...{ from: returned.status, to: inReview, version },
      ...{ isScreened: signed.isScreened, isOverridden: signed.overrides.length > 0 },
      isDoubleSigned: event === "double_sign" || needsSecondSignature(signed.findings),
    },
  });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id } });
  work.emit({ channel: channels.account(doctorId), event: "changed", data: { id: consultationId } });
  return { id, version };
}
