import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { readableFile } from "@/lib/queries/file/file";
import { NOON, person } from "@/lib/testing/consultation";
import { type Ordered, order } from "@/lib/testing/order";
import { withRival } from "@/lib/testing/rival";
import { answerRequest } from "./answer";
import { closeRequest } from "./close";
import { followUpRequest } from "./follow-up";
import { openRequest } from "./open";
import { rateRequest } from "./rate";
import { reopenRequest } from "./reopen";
import { resolveRequest } from "./resolve";
import { sendAgain } from "./send-again";
import { takeRequest } from "./take";

const DAY = 24 * 60;
const at = (minutes: number) => addMinutes(NOON, minutes);
const open = (actor: Person, { orderId }: Ordered, now = NOON, pictureIds: string[] = []) =>
  transact({ actor, now }, openRequest, { orderId, kind: "damaged", body: "药盒压扁了，药板破了一角。", pictureIds });
const follow = (actor: Person, requestId: string, now = at(10)) =>
  transact({ actor, now }, followUpRequest, { requestId, body: "补充：外箱完好。", pictureIds: [] });
const answer = (actor: Person, requestId: string, now = at(20), how = answerRequest) =>
  transact({ actor, now }, how, { requestId, body: "请拍一张照片，我们补寄。" });
const resolve = (actor: Person, requestId: string, now = at(30)) =>
  transact({ actor, now }, resolveRequest, { requestId });
const close = (actor: Person, requestId: string, now = at(30)) =>
  transact({ actor, now }, closeRequest, { requestId, outcome: "explained", body: "已电话说明。" });
const reopen = (actor: Person, requestId: string, now = at(40)) =>
  transact({ actor, now }, reopenRequest, { requestId, body: "补寄的药也破了。", pictureIds: [] });
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
  await close(support, id);
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

async function picture(owner: Person, more: { consultationId?: string } = {}): Promise<string> {
  const id = newId();
  const file = {
    storageKey: `pictures/${id}`,
    mediaType: "image/webp",
    bytes: 1,
    width: 1,
    height: 1,
    createdAt: NOON,
  };
  await db().file.create({ data: { id, ownerId: owner.accountId, ...file, ...more } });
  return id;
}

test("photos go with a word: one's own, once; staff who answer may look, and the look is on record", async () => {
  const made = await order({ status: "delivered" });
  const [mine, foreign] = [await picture(made.patient), await picture(await person("patient"))];
  await expect(open(made.patient, made, NOON, [mine, foreign])).rejects.toMatchObject({ code: "picture_unknown" });
  const { id } = await open(made.patient, made, NOON, [mine]);
  await expect(open(made.patient, made, NOON, [mine])).rejects.toMatchObject({ code: "picture_unknown" });
  const support = await person("support");
  await readableFile(support, NOON, mine);
  expect(await db().auditEvent.findFirst({ where: { subjectId: mine } })).toMatchObject({
    ...{ action: "file.view", actorId: support.accountId, patientId: made.patientId },
  });
  for (const actor of [made.doctor, await person("patient"), await person("admin")])
    await expect(readableFile(actor, NOON, mine)).rejects.toMatchObject({ code: "not_found" });
  expect(await db().serviceRequest.count({ where: { orderId: made.orderId } })).toBe(1);
  expect((await rowOf(id)).entries).toHaveLength(1);
});

test("whoever answers first looks after a request; another takes it over", async () => {
  const { id } = await opened();
  const [one, other] = [await person("pharmacist"), await person("support")];
  await answer(one, id);
  await answer(other, id, at(21));
  expect(await rowOf(id)).toMatchObject({ ownerId: one.accountId });
  await transact({ actor: other, now: at(22) }, takeRequest, { requestId: id });
  expect(await rowOf(id)).toMatchObject({ ownerId: other.accountId });
});

test("staff settle with what came of it; the patient rates it once; opened again both are gone", async () => {
  const { id, patient } = await opened();
  const rate = (stars: number) => transact({ actor: patient, now: at(35) }, rateRequest, { requestId: id, stars });
  await expect(rate(5)).rejects.toMatchObject({ code: "not_rateable" });
  await close(await person("support"), id);
  expect(await rowOf(id)).toMatchObject({ status: "resolved", outcome: "explained" });
  await rate(4);
  await expect(rate(1)).rejects.toMatchObject({ code: "not_rateable" });
  expect(await rowOf(id)).toMatchObject({ stars: 4 });
  await reopen(patient, id);
  expect(await rowOf(id)).toMatchObject({ status: "reopened", stars: null, outcome: null });
});

const again = (actor: Person, requestId: string, orderItemId: string, packs = 1) =>
  transact({ actor, now: at(50) }, sendAgain, { requestId, orderItemIds: [orderItemId], packs: [packs] });

test("what was damaged is sent again for nothing, over the bench like any order, and no more than was bought", async () => {
  const made = await order({ status: "delivered" });
  const { id: requestId } = await open(made.patient, made);
  const support = await person("support");
  const [item] = await db().orderItem.findMany({ where: { orderId: made.orderId } });
  const { id } = await again(support, requestId, item?.id ?? "");
  const row = await db().order.findUniqueOrThrow({ where: { id }, include: { items: true, payments: true } });
  expect(row).toMatchObject({ status: "paid", replacesId: made.orderId, medicineFen: 0, deliveryFen: 0, payments: [] });
  expect(row.addressSealed).not.toBeNull();
  expect(await db().stockBatch.findFirst({ where: { medicineId: made.medicineId } })).toMatchObject({ reserved: 2 });
  await expect(again(support, requestId, item?.id ?? "")).rejects.toMatchObject({ code: "refund_above_paid" });
  expect(await db().notice.count({ where: { accountId: made.patient.accountId, kind: "order_sent_again" } })).toBe(1);
});

test("two who send the same packs again at once: one does", async () => {
  const made = await order({ status: "delivered" });
  const { id: requestId } = await open(made.patient, made);
  const [item] = await db().orderItem.findMany({ where: { orderId: made.orderId } });
  const support = await person("support");
  const answers = await Promise.allSettled([1, 2, 3].map(() => again(support, requestId, item?.id ?? "")));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an order that has not left the pharmacy is not sent again; nor by the patient, nor by every pharmacist", async () => {
  const { id, orderId, patient } = await opened();
  const [item] = await db().orderItem.findMany({ where: { orderId } });
  await expect(again(await person("support"), id, item?.id ?? "")).rejects.toMatchObject({ code: "not_sent_yet" });
  for (const actor of [patient, await person("pharmacist")])
    await expect(again(actor, id, item?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
});
