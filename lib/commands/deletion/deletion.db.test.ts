import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { seal, unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays, endOfDay } from "@/lib/domain/calendar";
import { DecideDeletion, RequestDeletion } from "@/lib/domain/deletion-input";
import { applicant } from "@/lib/testing/applicant";
import { consultation, NOON, person, upload } from "@/lib/testing/consultation";
import { order, paid } from "@/lib/testing/order";
import { countStatements } from "@/lib/testing/statements";
import { carryOutDeletion } from "./carry-out";
import { rejectDeletion } from "./reject";
import { requestDeletion } from "./request";
import { withdrawDeletion } from "./withdraw";

const ask = (actor: Person, patientId: string, more: { why?: string; closesAccount?: "yes" } = {}) =>
  transact({ actor, now: NOON }, requestDeletion, RequestDeletion.parse({ patientId, ...more }));
const answer = (requestId: string) => DecideDeletion.parse({ requestId, reason: "已核对身份，按规定处理。" });
const carryOut = (actor: Person, requestId: string) =>
  transact({ actor, now: addDays(NOON, 1) }, carryOutDeletion, answer(requestId));
const reject = (actor: Person, requestId: string) =>
  transact({ actor, now: addDays(NOON, 1) }, rejectDeletion, answer(requestId));
const withdraw = (actor: Person, requestId: string) => transact({ actor, now: NOON }, withdrawDeletion, { requestId });
const requestOf = (id: string) => db().deletionRequest.findUniqueOrThrow({ where: { id } });
const patientOf = (id: string) => db().patient.findUniqueOrThrow({ where: { id } });

/** Somebody whose parcel has been delivered and paid for, so that something must be kept. */
async function treated() {
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

async function drafted(account: Person, patientId: string, pictureIds: string[]) {
  const { id: offeringId } = await db().offering.findFirstOrThrow({ select: { id: true } });
  const { accountId } = account;
  await db().bookingDraft.create({
    data: { accountId, patientId, offeringId, content: seal("{}"), pictureIds, updatedAt: NOON },
  });
}

test("R31 (PIPL 47): a request waits fifteen days at the most; why is optional and stored sealed", async () => {
  const { account, patientId } = await applicant();
  const { id } = await ask(account, patientId, { why: "不再使用" });
  const stored = await requestOf(id);
  expect(stored).toMatchObject({ status: "open", dueAt: endOfDay(NOON, 15), closesAccount: false });
  expect(JSON.stringify(stored)).not.toContain("不再使用");
  expect(unseal(stored.whySealed ?? "")).toBe("不再使用");
  expect(await db().auditEvent.findFirst({ where: { subjectId: id } })).toMatchObject({
    ...{ action: "deletion.request", patientId, detail: { closesAccount: false } },
  });
});

test("one request is open at a time: of two sent at once one is, and after it is withdrawn another may be", async () => {
  const { account, patientId } = await applicant();
  const both = await Promise.allSettled([ask(account, patientId), ask(account, patientId)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(ask(account, patientId)).rejects.toMatchObject({ code: "conflict" });
  const { id } = await db().deletionRequest.findFirstOrThrow({ where: { patientId, status: "open" } });
  await withdraw(account, id);
  await expect(withdraw(account, id)).rejects.toMatchObject({ code: "conflict" });
  await ask(account, patientId);
});

test("while something is under way nothing is deleted", async () => {
  const talk = await consultation();
  const { accountId } = talk.patient;
  await db().patientLink.create({ data: { accountId, patientId: talk.patientId, relation: "self", slot: 1 } });
  await expect(ask(talk.patient, talk.patientId)).rejects.toMatchObject({ code: "deletion_under_way", rule: "R31" });
});

test("what has begun since it was asked for holds the deletion up", async () => {
  const made = await treated();
  const { id } = await ask(made.patient, made.patientId);
  await db().consultation.update({ where: { id: made.id }, data: { status: "in_progress" } });
  await expect(carryOut(await person("admin"), id)).rejects.toMatchObject({ code: "deletion_under_way" });
  expect(await requestOf(id)).toMatchObject({ status: "open", outcome: null });
});

test("R28: what no rule keeps goes, what must be kept stays with its day, and the outcome says both", async () => {
  const made = await treated();
  const { accountId } = made.patient;
  await drafted(made.patient, made.patientId, [await upload(made.patient)]);
  const other = await upload(made.patient);
  await db().notice.createMany({
    data: [`/patient/orders/${made.orderId}`, "/patient/notices"].map((path) => ({
      ...{ accountId, kind: "order_paid", params: {}, path, at: NOON },
    })),
  });
  const { id } = await ask(made.patient, made.patientId);
  const admin = await person("admin");
  await carryOut(admin, id);
  const stored = await requestOf(id);
  expect(stored).toMatchObject({ status: "carried_out", decidedById: admin.accountId });
  expect(stored.outcome).toEqual({
    gone: [
      { kind: "record", count: 1 },
      { kind: "draft", count: 1 },
      { kind: "picture", count: 1 },
      { kind: "notice", count: 1 },
      { kind: "link", count: 1 },
    ],
    kept: [
      { kind: "record", count: 1, first: "2041-11-23", last: "2041-11-23", rule: "R28" },
      { kind: "conversation", count: 1, first: "2029-11-23", last: "2029-11-23", rule: "R28" },
      { kind: "prescription", count: 1, first: "2027-11-23", last: "2027-11-23", rule: "R28" },
      { kind: "sale", count: 1, first: "2031-11-23", last: "2031-11-23", rule: "R28" },
    ],
    ...{ keepsIdentity: true, isShared: false },
  });
  const where = { patientId: made.patientId };
  expect(await db().recordEntry.count({ where })).toBe(0);
  expect(await db().bookingDraft.count({ where })).toBe(0);
  expect(await db().patientLink.count({ where })).toBe(0);
  expect(await db().file.findMany({ where: { ownerId: accountId }, select: { id: true } })).toEqual([{ id: other }]);
  expect(await db().consultation.count({ where })).toBe(1);
  expect((await patientOf(made.patientId)).name).toBe("测试患者");
  const paths = await db().notice.findMany({ where: { accountId }, select: { path: true }, orderBy: { path: "asc" } });
  expect(paths).toEqual([{ path: "/patient/me/privacy" }, { path: "/patient/notices" }]);
  expect(await db().outbox.count({ where: { topic: "erasure" } })).toBeGreaterThan(0);
  expect(await db().auditEvent.findFirst({ where: { subjectId: id, action: "deletion.carry_out" } })).toMatchObject({
    ...{ actorId: admin.accountId, patientId: made.patientId, detail: { keepsIdentity: true, closesAccount: false } },
  });
});

test("R31: of somebody who was never treated name, number and card go, and the account where that was asked for", async () => {
  const { account, patientId, name } = await applicant();
  const before = await patientOf(patientId);
  const { id } = await ask(account, patientId, { closesAccount: "yes" });
  await carryOut(await person("admin"), id);
  const after = await patientOf(patientId);
  expect([after.name, after.sex]).toEqual(["—", "unknown"]);
  expect(JSON.stringify(after)).not.toContain(name);
  expect(after.idNumberDigest).not.toBe(before.idNumberDigest);
  expect(await db().healthCard.count({ where: { patientId } })).toBe(0);
  expect(await db().account.findUniqueOrThrow({ where: { id: account.accountId } })).toMatchObject({
    ...{ status: "disabled", phoneSealed: null, passwordHash: null, displayName: "—" },
  });
  expect(await db().notice.count({ where: { accountId: account.accountId } })).toBe(0);
});

test("nobody is let in any more to a person whose name is gone: open claims end with it", async () => {
  const { account, patientId } = await applicant();
  const { accountId } = await person("patient");
  await db().patientClaim.create({
    data: { accountId, patientId, relation: "spouse", createdAt: NOON, dueAt: addDays(NOON, 7) },
  });
  const { id } = await ask(account, patientId);
  await carryOut(await person("admin"), id);
  expect(await db().patientClaim.findMany({ where: { patientId }, select: { status: true } })).toEqual([
    { status: "expired" },
  ]);
});

test("R31: record and card stay for the other account that acts for the same person", async () => {
  const { account, patientId, name } = await applicant();
  const { accountId } = await person("patient");
  await db().patientLink.create({ data: { accountId, patientId, relation: "parent", slot: 1 } });
  const { id } = await ask(account, patientId);
  await carryOut(await person("admin"), id);
  expect((await patientOf(patientId)).name).toBe(name);
  expect(await db().recordEntry.count({ where: { patientId } })).toBe(1);
  expect(await db().patientLink.findMany({ where: { patientId }, select: { accountId: true } })).toEqual([
    { accountId },
  ]);
});

test("an account that acts for others stays open", async () => {
  const { account, patientId } = await applicant();
  const another = await applicant();
  const link = { accountId: account.accountId, patientId: another.patientId, relation: "child", slot: 2 } as const;
  await db().patientLink.create({ data: link });
  await expect(ask(account, patientId, { closesAccount: "yes" })).rejects.toMatchObject({
    fields: { closesAccount: "account_acts_for_others" },
  });
});

test("a rejection takes nothing away, says why and tells the applicant", async () => {
  const { account, patientId } = await applicant();
  const { id } = await ask(account, patientId);
  await reject(await person("admin"), id);
  expect(await requestOf(id)).toMatchObject({ status: "rejected", reason: "已核对身份，按规定处理。", outcome: null });
  expect(await db().recordEntry.count({ where: { patientId } })).toBe(1);
  const notices = await db().notice.findMany({ where: { accountId: account.accountId }, select: { kind: true } });
  expect(notices).toEqual([{ kind: "deletion_rejected" }]);
  await expect(carryOut(await person("admin"), id)).rejects.toMatchObject({ code: "conflict" });
});

test("of two admins and the applicant at once exactly one decides", async () => {
  const { account, patientId } = await applicant();
  const { id } = await ask(account, patientId);
  const [one, other] = await Promise.all([person("admin"), person("admin")]);
  const all = await Promise.allSettled([carryOut(one, id), reject(other, id), withdraw(account, id)]);
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(all.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
    ...["conflict", "conflict"],
  ]);
});

test("nobody asks for the deletion of a foreign person, withdraws a foreign request or decides without being admin", async () => {
  const { account, patientId } = await applicant();
  const stranger = await person("patient");
  await expect(ask(stranger, patientId)).rejects.toMatchObject({ code: "not_found" });
  const { id } = await ask(account, patientId);
  await expect(withdraw(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  for (const role of ["patient", "doctor", "pharmacist", "support", "auditor"] as const) {
    await expect(carryOut(await person(role), id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reject(await person(role), id)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(carryOut(await person("admin"), newId())).rejects.toMatchObject({ code: "not_found" });
  expect(await requestOf(id)).toMatchObject({ status: "open" });
});

test("to carry a deletion out takes at most eight statements with the session read", async () => {
  const made = await treated();
  const { id } = await ask(made.patient, made.patientId);
  const admin = await person("admin");
  expect(1 + (await countStatements(() => carryOut(admin, id)))).toBeLessThanOrEqual(8);
});
