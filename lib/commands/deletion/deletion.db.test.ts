import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { unseal } from "@/lib/db/seal";
import { endOfDay } from "@/lib/domain/calendar";
import { applicant } from "@/lib/testing/applicant";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { ask, carryOut, reject, requestOf, withdraw } from "@/lib/testing/deletion";

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
