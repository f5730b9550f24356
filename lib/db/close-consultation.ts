import "server-only";
import { type ConsultationEvent, consultationMachine } from "@/lib/domain/consultation";
import type { RefundReason } from "@/lib/domain/payment";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";
import type { ConsultationStatus } from "./generated/client";
import { newId } from "./id";
import { requestRefund } from "./refund";
import type { Work } from "./transact";

/** What a command has read of the consultation that it ends. */
export interface OpenConsultation {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: ConsultationStatus;
  readonly accountId: string;
  readonly doctorId: string;
  readonly patientId: string;
}

export const openConsultationSelect = {
  id: true,
  number: true,
  version: true,
  status: true,
  accountId: true,
  doctorId: true,
  patientId: true,
} as const;

/** The events whose outcome gives the whole fee back, by themselves. */
const reasonOf: Partial<Record<ConsultationEvent, RefundReason>> = {
  decline: "declined",
  expire: "expired",
  cancel: "cancelled",
  refer_offline: "referred_offline",
  abandon: "abandoned",
};

/**
 * Ends a consultation by one event of its machine: status, event row, the place of the day where it was not used, the fee
 * where the event gives it back, the notices and the audit. Throws `conflict` where the machine or somebody faster says no.
 */
export async function closeConsultation(
  work: Work,
  consultation: OpenConsultation,
  event: ConsultationEvent,
  why: { reason?: string; advice?: string } = {},
): Promise<void> {
  const { id, accountId, doctorId, number } = consultation;
  const to = consultationMachine.next(consultation.status, event);
  const wasNeverSeen = consultation.status === "awaiting_payment" || consultation.status === "waiting";
  const moved = await work.tx.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE "Consultation" SET "status" = ${to}::"ConsultationStatus", "version" = "version" + 1, "dueAt" = NULL,
        "closedAt" = ${work.now}, "closeReason" = ${why.reason ?? null}, "closeAdvice" = ${why.advice ?? null}
      WHERE "id" = ${id}::uuid AND "status" = ${consultation.status}::"ConsultationStatus" AND "version" = ${consultation.version}
      RETURNING "id", "offeringId", "placeDay", "placeFrom"
    ), place AS (
      UPDATE "DoctorDay" d SET "taken" = d."taken" - 1 FROM moved
      WHERE ${wasNeverSeen} AND d."offeringId" = moved."offeringId" AND d."day" = moved."placeDay"
        AND d."fromMinute" = moved."placeFrom" AND d."taken" > 0
    )
    INSERT INTO "ConsultationEvent" ("id", "consultationId", "event", "toStatus", "actorId", "reason", "at")
    SELECT ${newId()}::uuid, moved."id", ${event}, ${to}::"ConsultationStatus", ${work.actor.accountId}::uuid, ${why.reason ?? null}, ${work.now}
    FROM moved
    RETURNING "id"`;
  if (moved.length === 0) throw conflict();
  const reasonCode = reasonOf[event];
  if (reasonCode && consultation.status !== "awaiting_payment")
    await requestRefund(work, { consultationId: id, reasonCode });
  work.audit({
    action: `consultation.${event}`,
    subjectType: "consultation",
    subjectId: id,
    patientId: consultation.patientId,
    detail: { from: consultation.status, to },
  });
  work.notify({ accountId, kind: `consultation_${to}`, params: { number }, path: `/patient/consultations/${id}` });
  work.emit({ channel: channels.consultation(id), event: "changed", data: { id } });
  work.emit({ channel: channels.account(doctorId), event: "changed", data: { id } });
}
