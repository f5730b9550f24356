import "server-only";
import { carryOutDeletion } from "@/lib/commands/deletion/carry-out";
import { rejectDeletion } from "@/lib/commands/deletion/reject";
import { requestDeletion } from "@/lib/commands/deletion/request";
import { withdrawDeletion } from "@/lib/commands/deletion/withdraw";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { seal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { DecideDeletion, RequestDeletion } from "@/lib/domain/deletion-input";
import { NOON } from "./consultation";
import { order, paid } from "./order";

export const ask = (actor: Person, patientId: string, more: { why?: string; closesAccount?: "yes" } = {}) =>
  transact({ actor, now: NOON }, requestDeletion, RequestDeletion.parse({ patientId, ...more }));
const answer = (requestId: string) => DecideDeletion.parse({ requestId, reason: "已核对身份，按规定处理。" });
export const carryOut = (actor: Person, requestId: string) =>
  transact({ actor, now: addDays(NOON, 1) }, carryOutDeletion, answer(requestId));
export const reject = (actor: Person, requestId: string) =>
  transact({ actor, now: addDays(NOON, 1) }, rejectDeletion, answer(requestId));
export const withdraw = (actor: Person, requestId: string) =>
  transact({ actor, now: NOON }, withdrawDeletion, { requestId });
export const requestOf = (id: string) => db().deletionRequest.findUniqueOrThrow({ where: { id } });
export const patientOf = (id: string) => db().patient.findUniqueOrThrow({ where: { id } });

/** Somebody whose parcel has been delivered and paid for, so that something must be kept. */
export async function treated() {
  const made = await order({ status: "delivered" });
  await paid(made, "medicine", 1000);
  await db().consultation.update({ where: { id: made.id }, data: { status: "finished", closedAt: NOON } });
  await db().prescription.update({ where: { id: made.prescriptionId }, data: { status: "dispensed" } });
  await db().message.create({
    data: {
      id: newId(),
      consultationId: made.id,
      seq: 1,
      kind: "text",
      clientId: newId(),
      body: "您好",
      createdAt: NOON,
    },
  });
  await db().patientLink.create({
    data: { accountId: made.patient.accountId, patientId: made.patientId, relation: "self", slot: 1 },
  });
  await db().recordEntry.create({
    data: { patientId: made.patientId, kind: "condition", fhirId: "c1", display: "高血压", detail: {} },
  });
  return made;
}

export async function drafted(account: Person, patientId: string, pictureIds: string[]) {
  const { id: offeringId } = await db().offering.findFirstOrThrow({ select: { id: true } });
  const { accountId } = account;
  await db().bookingDraft.create({
    data: { accountId, patientId, offeringId, content: seal("{}"), pictureIds, updatedAt: NOON },
  });
}
