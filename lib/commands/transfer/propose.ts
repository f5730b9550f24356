import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { couldTakeOver } from "@/lib/db/colleagues";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { ProposeTransfer } from "@/lib/domain/transfer-input";
import { notFound, Refusal } from "@/lib/errors";

/**
 * Asks the patient whether a colleague may take over. Refusals: `transfer_not_open`, `transfer_proposed` where the patient is being asked
 * already, `colleague_unavailable`, and `transfer_prescription` while a prescription is under way.
 */
export async function proposeTransfer(work: Work, input: ProposeTransfer): Promise<{ id: string }> {
  authorize(work.actor, "transfer.propose");
  const { accountId: fromDoctorId } = asPerson(work.actor);
  const { consultationId, toDoctorId, reason } = input;
  const talk = await work.tx.consultation.findFirst({
    where: { AND: [{ id: consultationId }, scope.consultation(work.actor)] },
    select: {
      ...{ status: true, number: true, accountId: true, patientId: true, departmentId: true, doctorId: true },
      ...{ service: true, channel: true },
      prescriptions: {
        where: { status: { in: ["draft", "in_review", "returned", "double_signed"] } },
        select: { id: true },
        take: 1,
      },
    },
  });
  if (!talk) throw notFound();
  if (talk.status !== "in_progress") throw new Refusal("transfer_not_open");
  if (talk.prescriptions.length > 0) throw new Refusal("transfer_prescription");
  const colleague = await work.tx.doctor.findFirst({
    where: { AND: [{ id: toDoctorId }, couldTakeOver(talk, work.now)] },
    select: { id: true },
  });
  if (!colleague) throw new Refusal("colleague_unavailable", { fields: { toDoctorId: "colleague_unavailable" } });
  const id = newId();
  await work.tx.consultationTransfer
    .create({
      data: { id, consultationId, fromDoctorId, toDoctorId, reason, createdAt: work.now },
      select: { id: true },
    })
    .catch((error) => {
      throw isUniqueViolation(error) ? new Refusal("transfer_proposed") : error;
    });
  await appendMessage(work, { consultationId, kind: "system", body: "transfer_proposed" });
  work.notify({
    accountId: talk.accountId,
    kind: "transfer_proposed",
    params: { number: talk.number },
    path: `/patient/consultations/${consultationId}`,
  });
  work.audit({
    action: "transfer.propose",
    subjectType: "consultation",
    subjectId: consultationId,
    patientId: talk.patientId,
  });
  return { id };
}
