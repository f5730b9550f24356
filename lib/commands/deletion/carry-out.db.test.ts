import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { addDays } from "@/lib/domain/calendar";
import { applicant } from "@/lib/testing/applicant";
import { NOON, person, upload } from "@/lib/testing/consultation";
import { ask, carryOut, drafted, patientOf, requestOf, treated } from "@/lib/testing/deletion";
import { countStatements } from "@/lib/testing/statements";

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
      { kind: "consent", count: 3, first: "2041-11-22", last: "2041-11-22", rule: "R7" },
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
  const { account, patientId, name } = await applicant({ hasConsented: false });
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
  const { account, patientId } = await applicant({ hasConsented: false });
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

test("to carry a deletion out takes at most eight statements with the session read", async () => {
  const made = await treated();
  const { id } = await ask(made.patient, made.patientId);
  const admin = await person("admin");
  expect(1 + (await countStatements(() => carryOut(admin, id)))).toBeLessThanOrEqual(8);
});
