import "server-only";
import { appendMessage } from "@/lib/db/append-message";
import { newId } from "@/lib/db/id";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { consultationMachine, FIRST_WORD_HOURS } from "@/lib/domain/consultation";
import type { AcceptConsultation } from "@/lib/domain/consultation-input";
import { requireExperience, requireLicence } from "@/lib/domain/licence";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { conflict, notFound, Refusal } from "@/lib/errors";

const isFull = async (work: Work, doctorId: string, limit: number) =>
  (await work.tx.consultation.count({ where: { doctorId, status: "in_progress" } })) >= limit;

/**
 * The doctor takes a waiting patient: the conversation opens, and the first word is due within `FIRST_WORD_HOURS`. Refusals:
 * `licence_expired`, `too_little_practice` (R6), `open_limit` where as many conversations are open as the doctor wants, and
 * `identity_unconfirmed` where the doctor has not confirmed it today (R5).
 */
export async function acceptConsultation(work: Work, input: AcceptConsultation): Promise<{ id: string }> {
  authorize(work.actor, "consultation.accept");
  const day = dateColumn(shanghaiDay(work.now));
  const found = await work.tx.consultation.findFirst({
    where: { AND: [{ id: input.consultationId }, scope.consultation(work.actor)] },
    select: {
      ...{ id: true, number: true, status: true, version: true, accountId: true, doctorId: true, patientId: true },
      doctor: {
        select: {
          practisingSince: true,
          account: { select: { confirmations: { where: { day }, select: { day: true } } } },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { id, number, accountId, doctorId, patientId, status, version } = found;
  const to = consultationMachine.next(status, "accept");
  requireLicence(asPerson(work.actor), work.now);
  requireExperience(found.doctor.practisingSince, work.now);
  if (found.doctor.account.confirmations.length === 0) throw new Refusal("identity_unconfirmed", { rule: "R5" });
  // The doctor's row is held, so that two tabs do not both take the last place of the doctor's own limit.
  const [room] = await work.tx.$queryRaw<{ openLimit: number }[]>`
    SELECT "openLimit" FROM "Doctor" WHERE "id" = ${doctorId}::uuid FOR UPDATE`;
  const dueAt = addMinutes(work.now, FIRST_WORD_HOURS * 60);
  // An acceptance that arrives after its deadline is the sweep's: the patient was promised the fee back.
  const moved = await work.tx.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE "Consultation" SET "status" = ${to}::"ConsultationStatus", "version" = "version" + 1, "acceptedAt" = ${work.now},
        "dueAt" = ${dueAt}
      WHERE "id" = ${id}::uuid AND "status" = ${status}::"ConsultationStatus" AND "version" = ${version} AND "dueAt" > ${work.now}
        AND (SELECT count(*) FROM "Consultation" WHERE "doctorId" = ${doctorId}::uuid AND "status" = 'in_progress') < ${room?.openLimit ?? 0}::int
      RETURNING "id"
    )
    INSERT INTO "ConsultationEvent" ("id", "consultationId", "event", "toStatus", "actorId", "at")
    SELECT ${newId()}::uuid, moved."id", 'accept', ${to}::"ConsultationStatus", ${work.actor.accountId}::uuid, ${work.now} FROM moved
    RETURNING "id"`;
  if (moved.length === 0)
    throw (await isFull(work, doctorId, room?.openLimit ?? 0)) ? new Refusal("open_limit") : conflict();
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
