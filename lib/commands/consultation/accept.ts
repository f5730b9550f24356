import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { consultationMachine, FIRST_WORD_HOURS } from "@/lib/domain/consultation";
import type { AcceptConsultation } from "@/lib/domain/consultation-input";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { conflict, notFound } from "@/lib/errors";

/** The doctor takes a waiting patient: the conversation opens, and the first word is due within `FIRST_WORD_HOURS`. */
export async function acceptConsultation(work: Work, input: AcceptConsultation): Promise<{ id: string }> {
  authorize(work.actor, "consultation.accept");
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: { id: true, number: true, status: true, version: true, accountId: true, doctorId: true, patientId: true },
  });
  if (!found) throw notFound();
  const { id, number, accountId, doctorId, patientId, status, version } = found;
  const to = consultationMachine.next(status, "accept");
  const dueAt = addMinutes(work.now, FIRST_WORD_HOURS * 60);
  // An acceptance that arrives after its deadline is the sweep's: the patient was promised the fee back.
  const moved = await work.tx.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE "Consultation" SET "status" = ${to}::"ConsultationStatus", "version" = "version" + 1, "acceptedAt" = ${work.now},
        "dueAt" = ${dueAt}
      WHERE "id" = ${id}::uuid AND "status" = ${status}::"ConsultationStatus" AND "version" = ${version} AND "dueAt" > ${work.now}
      RETURNING "id"
    )
    INSERT INTO "ConsultationEvent" ("id", "consultationId", "event", "toStatus", "actorId", "at")
    SELECT ${newId()}::uuid, moved."id", 'accept', ${to}::"ConsultationStatus", ${work.actor.accountId}::uuid, ${work.now} FROM moved
    RETURNING "id"`;
  if (moved.length === 0) throw conflict();
  await appendMessage(work, { consultationId: id, kind: "system", body: "accepted" });
  work.audit({
    action: "consultation.accept",
    subjectType: "consultation",
    subjectId: id,
    patientId,
    detail: { from: status, to },
  });
  work.notify({ accountId, kind: "consultation_accepted", params: { number }, path: `/patient/consultations/${id}` });
  work.emit({ channel: channels.consultation(id), event: "changed", data: { id } });
  work.emit({ channel: channels.account(doctorId), event: "changed", data: { id } });
  return { id };
}
