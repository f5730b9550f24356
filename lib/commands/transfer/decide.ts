import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { couldTakeOver } from "@/lib/db/colleagues";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { FIRST_WORD_HOURS } from "@/lib/domain/consultation";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import type { DecideTransfer } from "@/lib/domain/transfer-input";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * The patient agrees that a colleague takes over, or keeps the doctor. With a yes the colleague has the conversation and its record from now
 * on, owes a first word like after an acceptance, and the doctor before has them no more. Refusals: `colleague_unavailable`, `conflict`.
 */
export async function decideTransfer(work: Work, { transferId, decision }: DecideTransfer): Promise<void> {
  authorize(work.actor, "transfer.decide");
  const transfer = await work.tx.consultationTransfer.findFirst({
    where: { id: transferId, consultation: scope.consultation(work.actor) },
    select: {
      ...{ consultationId: true, fromDoctorId: true, toDoctorId: true },
      consultation: {
        select: {
          ...{ number: true, status: true, version: true, patientId: true, departmentId: true, doctorId: true },
          ...{ service: true, channel: true },
        },
      },
    },
  });
  if (!transfer) throw notFound();
  const { consultationId, fromDoctorId, toDoctorId, consultation: talk } = transfer;
  const { count } = await work.tx.consultationTransfer.updateMany({
    where: { id: transferId, status: "proposed" },
    data: { status: decision, decidedAt: work.now },
  });
  if (count === 0) throw conflict();
  if (decision === "accepted") await handOver(work, { consultationId, fromDoctorId, toDoctorId }, talk);
  await appendMessage(work, { consultationId, kind: "system", body: `transfer_${decision}` });
  const params = { number: talk.number };
  work.notify({ accountId: fromDoctorId, kind: `transfer_${decision}`, params, path: "/doctor" });
  work.emit({ channel: channels.account(fromDoctorId), event: "changed", data: { id: consultationId } });
  work.audit({
    action: "transfer.decide",
    subjectType: "consultation",
    subjectId: consultationId,
    patientId: talk.patientId,
    detail: { decision },
  });
}

type Talk = Parameters<typeof couldTakeOver>[0] & {
  readonly number: string;
  readonly status: string;
  readonly version: number;
};

async function handOver(
  work: Work,
  { consultationId, fromDoctorId, toDoctorId }: { consultationId: string; fromDoctorId: string; toDoctorId: string },
  talk: Talk,
): Promise<void> {
  const colleague = await work.tx.doctor.findFirst({
    where: { AND: [{ id: toDoctorId }, couldTakeOver(talk, work.now)] },
    select: {
      offerings: { where: { service: talk.service, channel: talk.channel, isActive: true }, select: { id: true } },
    },
  });
  const offeringId = colleague?.offerings[0]?.id;
  if (!offeringId) throw new Refusal("colleague_unavailable");
  const { count } = await work.tx.consultation.updateMany({
    where: { id: consultationId, status: "in_progress", version: talk.version, doctorId: fromDoctorId },
    data: {
      ...{ doctorId: toDoctorId, offeringId, acceptedAt: work.now, firstReplyAt: null, version: { increment: 1 } },
      dueAt: addMinutes(work.now, FIRST_WORD_HOURS * 60),
    },
  });
  if (count === 0) throw conflict();
  await work.tx.consultationEvent.create({
    data: {
      ...{ id: newId(), consultationId, event: "transfer", toStatus: "in_progress", at: work.now },
      actorId: work.actor.accountId,
    },
    select: { id: true },
  });
  const path = `/doctor/consultations/${consultationId}`;
  work.notify({ accountId: toDoctorId, kind: "patient_transferred", params: { number: talk.number }, path });
  work.emit({ channel: channels.account(toDoctorId), event: "changed", data: { id: consultationId } });
}
