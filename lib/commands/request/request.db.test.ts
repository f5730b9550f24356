import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order } from "@/lib/testing/order";
import { withRival } from "@/lib/testing/rival";
import { answerRequest } from "./answer";
import { followUpRequest } from "./follow-up";
import { openRequest } from "./open";
import { reopenRequest } from "./reopen";
import { resolveRequest } from "./resolve";

const DAY = 24 * 60;
const at = (minutes: number) => addMinutes(NOON, minutes);
const open = (actor: Person, { orderId }: Ordered, now = NOON) =>
  transact({ actor, now }, openRequest, { orderId, kind: "damaged", body: "药盒压扁了，药板破了一角。" });
const follow = (actor: Person, requestId: string, now = at(10)) =>
  transact({ actor, now }, followUpRequest, { requestId, body: "补充：外箱完好。" });
const answer = (actor: Person, requestId: string, now = at(20), how = answerRequest) =>
  transact({ actor, now }, how, { requestId, body: "请拍一张照片，我们补寄。" });
const resolve = (actor: Person, requestId: string, now = at(30)) =>
  transact({ actor, now }, resolveRequest, { requestId });
const reopen = (actor: Person, requestId: string, now = at(40)) =>
  transact({ actor, now }, reopenRequest, { requestId, body: "补寄的药也破了。" });
const rowOf = (id: string) =>
  db().serviceRequest.findUniqueOrThrow({ where: { id }, include: { entries: { orderBy: { at: "asc" } } } });

async function opened() {
  const made = await order({ status: "paid" });
  const { id } = await open(made.patient, made);
  return { ...made, id };
}

test("R27: on a paid order the patient asks for service; staff owe an answer within a day", async () => {
  const made = await order({ status: "shipped" });
  const { id } = await open(made.patient, made);
  expect(await rowOf(id)).toMatchObject({
    ...{ orderId: made.orderId, accountId: made.patient.accountId, kind: "damaged", status: "open", dueAt: at(DAY) },
    entries: [{ authorId: made.patient.accountId, fromStaff: false, body: "药盒压扁了，药板破了一角。", at: NOON }],
  });
  const audit = await db().auditEvent.findFirstOrThrow({ where: { subjectId: id } });
  expect(audit).toMatchObject({ action: "request.open", patientId: made.patientId, detail: { kind: "damaged" } });
});

test("R27: before payment there is nothing to ask for", async () => {
  const made = await order();
  await expect(open(made.patient, made)).rejects.toMatchObject({ code: "request_before_payment", rule: "R27" });
});

test("a request goes its way: answered, a further word, answered again, settled, opened again", async () => {
  const { id, patient } = await opened();
  const pharmacist = await person("pharmacist");
  await answer(pharmacist, id);
  expect(await rowOf(id)).toMatchObject({ status: "answered", dueAt: null });
  await follow(patient, id, at(25));
  expect(await rowOf(id)).toMatchObject({ status: "open", dueAt: at(25 + DAY) });
  await answer(pharmacist, id, at(26));
  await resolve(patient, id);
  expect(await rowOf(id)).toMatchObject({ status: "resolved", dueAt: null, closedAt: at(30) });
  await reopen(patient, id);
  const row = await rowOf(id);
  expect(row).toMatchObject({ status: "reopened", dueAt: at(40 + DAY), closedAt: null });
  expect(row.entries.map(({ fromStaff }) => fromStaff)).toEqual([false, true, false, true, false]);
  const actions = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(actions.map(({ action }) => action.replace("request.", "")).join(" ")).toBe(
    "open answer follow_up answer resolve reopen",
  );
});

test("a patient who adds a word before the answer does not push the answer back", async () => {
  const { id, patient } = await opened();
  await follow(patient, id);
  expect(await rowOf(id)).toMatchObject({ status: "open", dueAt: at(DAY) });
});

test("what staff say or settle is told to the patient, with the order's number and no word of it", async () => {
  const { id, patient, orderId } = await opened();
  const support = await person("support");
  await answer(support, id);
  await resolve(support, id);
  const notices = await db().notice.findMany({ where: { accountId: patient.accountId }, orderBy: { at: "asc" } });
  const path = `/patient/orders/${orderId}#request-${id}`;
  expect(notices).toMatchObject([
    { kind: "request_answered", path, params: { number: expect.stringMatching(/^O/) } },
    { kind: "request_resolved", path },
  ]);
});

test.each([
  ["answer", "resolved", answer],
  ["add a word to", "resolved", follow],
  ["settle", "resolved", resolve],
] as const)("nobody can %s a request that is %s", async (_, __, act) => {
  const { id, patient } = await opened();
  await resolve(patient, id, at(5));
  const actor = act === answer ? await person("support") : patient;
  await expect(act(actor, id)).rejects.toMatchObject({ code: "conflict" });
  expect((await rowOf(id)).entries).toHaveLength(1);
});

test("a request that is not settled is not opened again", async () => {
  const { id, patient } = await opened();
  await expect(reopen(patient, id)).rejects.toMatchObject({ code: "conflict" });
});

test("another patient sees none of it, and each side keeps to its own words", async () => {
  const { id, patient, doctor, orderId } = await opened();
  const stranger = await person("patient");
  for (const act of [follow, resolve, reopen])
    await expect(act(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(open(stranger, { orderId } as Ordered)).rejects.toMatchObject({ code: "not_found" });
  await expect(answer(patient, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(follow(await person("pharmacist"), id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(reopen(await person("support"), id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(answer(doctor, id)).rejects.toMatchObject({ code: "forbidden" });
  expect((await rowOf(id)).entries).toHaveLength(1);
});

test("two pharmacists who answer at once: one answer stands, the other is told", async () => {
  const { id } = await opened();
  const [one, other] = [await person("pharmacist"), await person("head_pharmacist")];
  const late = withRival(answerRequest, () => answer(one, id));
  await expect(answer(other, id, at(20), late)).rejects.toMatchObject({ code: "conflict" });
  expect((await rowOf(id)).entries).toHaveLength(2);
});

test("more than five open requests on an order are not taken", async () => {
  const made = await order({ status: "paid" });
  for (let count = 0; count < 5; count += 1) await open(made.patient, made);
  await expect(open(made.patient, made)).rejects.toMatchObject({ code: "too_many_requests", params: { most: 5 } });
});
