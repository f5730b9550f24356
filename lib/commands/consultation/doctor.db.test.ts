import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { citation } from "@/lib/domain/rules";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { NOON, person, type Talk } from "@/lib/testing/consultation";
import { followUp } from "@/lib/testing/prescribing";
import { acceptConsultation } from "./accept";
import { declineConsultation } from "./decline";
import { finishConsultation } from "./finish";
import { referOffline } from "./refer-offline";

const advice = "请到本院门诊就诊。";
const accept = (actor: Person, { id }: Talk, now = NOON) =>
  transact({ actor, now }, acceptConsultation, { consultationId: id });
const decline = (actor: Person, { id }: Talk) =>
  transact({ actor, now: NOON }, declineConsultation, { consultationId: id, reason: "first_visit", advice });
const finish = (actor: Person, { id }: Talk) =>
  transact({ actor, now: NOON }, finishConsultation, { consultationId: id, advice });
const refer = (actor: Person, { id }: Talk) =>
  transact({ actor, now: NOON }, referOffline, { consultationId: id, reason: "emergency", advice });

const stored = ({ id }: Talk) =>
  db().consultation.findUniqueOrThrow({
    where: { id },
    include: { events: true, messages: true, payments: { include: { refunds: true } } },
  });

test("a doctor accepts: the conversation opens, the first word is due in twelve hours, the patient is told", async () => {
  const talk = await followUp({ status: "waiting" });
  await accept(talk.doctor, talk);
  const after = await stored(talk);
  expect(after).toMatchObject({
    ...{ status: "in_progress", acceptedAt: NOON, dueAt: addMinutes(NOON, 720), firstReplyAt: null },
    events: [{ event: "accept", toStatus: "in_progress", actorId: talk.doctor.accountId }],
    messages: [{ seq: 1, kind: "system", senderId: null }],
  });
  expect(JSON.parse(after.messages[0]?.body ?? "")).toMatchObject({ code: "accepted" });
  expect(await db().notice.findFirst({ where: { accountId: talk.patient.accountId } })).toMatchObject({
    ...{ kind: "consultation_accepted", path: `/patient/consultations/${talk.id}` },
  });
  expect(await db().auditEvent.findFirst({ where: { subjectId: talk.id } })).toMatchObject({
    ...{ action: "consultation.accept", patientId: talk.patientId },
  });
});

test("an acceptance after its deadline comes too late: the fee goes back by itself", async () => {
  const talk = await followUp({ status: "waiting" });
  await expect(accept(talk.doctor, talk, addMinutes(NOON, 721))).rejects.toMatchObject({ code: "conflict" });
  expect(await stored(talk)).toMatchObject({ status: "waiting" });
});

test.each([
  ["declines a waiting patient", "waiting", decline, "declined", "first_visit"],
  [
    `refers a patient offline: R8 (${citation("R8", "en").text})`,
    "in_progress",
    refer,
    "referred_offline",
    "emergency",
  ],
] as const)(
  "a doctor %s with a coded reason and advice, and the whole fee goes back",
  async (_, status, act, to, closeReason) => {
    const talk = await followUp({ status });
    await act(talk.doctor, talk);
    const after = await stored(talk);
    expect(after).toMatchObject({
      ...{ status: to, closeReason, closeAdvice: advice, closedAt: NOON, dueAt: null },
      payments: [{ refunds: [{ amountFen: 3000, reasonCode: to, status: "pending" }] }],
    });
    expect(JSON.parse(after.messages[0]?.body ?? "")).toMatchObject({ code: to, params: { reason: closeReason } });
    expect(await db().outbox.count({ where: { topic: "refund" } })).toBeGreaterThan(0);
    expect(await db().notice.findFirst({ where: { accountId: talk.patient.accountId } })).toMatchObject({
      kind: `consultation_${to}`,
    });
    expect(await db().auditEvent.findFirst({ where: { subjectId: talk.id } })).toMatchObject({
      detail: { from: status, to },
    });
  },
);

test("a doctor finishes with a summary; the fee was earned", async () => {
  const talk = await followUp();
  await finish(talk.doctor, talk);
  expect(await stored(talk)).toMatchObject({
    ...{ status: "finished", closeAdvice: advice, closedAt: NOON },
    ...{ payments: [{ refunds: [] }], messages: [{ kind: "system" }] },
  });
});

const verbs = [
  ["accepts", accept, "waiting", ["in_progress", "finished", "expired", "cancelled"]],
  ["declines", decline, "waiting", ["in_progress", "finished", "expired", "cancelled"]],
  ["finishes", finish, "in_progress", ["waiting", "finished", "abandoned"]],
  ["refers offline", refer, "in_progress", ["waiting", "finished", "abandoned"]],
] as const;

describe.each(verbs)("who %s", (_, act, from, wrongStates) => {
  test("is the doctor of the consultation, and nobody else", async () => {
    const talk = await followUp({ status: from });
    await expect(act((await followUp()).doctor, talk)).rejects.toMatchObject({ code: "not_found" });
    await expect(act(talk.patient, talk)).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(await person("pharmacist"), talk)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(talk)).toMatchObject({ status: from, messages: [], events: [] });
  });
  test.each(wrongStates)("does not when it is %s", async (status) => {
    const talk = await followUp({ status });
    await expect(act(talk.doctor, talk)).rejects.toMatchObject({ code: "conflict" });
    expect(await stored(talk)).toMatchObject({ status, events: [] });
  });
});

test.each([
  ["accepting and declining", "waiting", accept, decline],
  ["finishing and referring", "in_progress", finish, refer],
] as const)("of %s at once exactly one happens", async (_, status, one, other) => {
  const talk = await followUp({ status });
  const tries = await Promise.allSettled([one(talk.doctor, talk), other(talk.doctor, talk)]);
  expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  expect((await stored(talk)).events).toHaveLength(1);
});

test("a doctor opens no more conversations than he or she wants, also from two tabs at once", async () => {
  const [first, second] = [await followUp({ status: "waiting" }), await followUp({ status: "waiting" })];
  const doctorId = first.doctor.accountId;
  await db().consultation.update({ where: { id: second.id }, data: { doctorId } });
  await db().doctor.update({ where: { id: doctorId }, data: { openLimit: 1 } });
  const results = await Promise.allSettled([accept(first.doctor, first), accept(first.doctor, second)]);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(["open_limit"]);
  const open = results[0].status === "fulfilled" ? first : second;
  await db().consultation.update({ where: { id: open.id }, data: { status: "finished" } });
  await accept(first.doctor, open === first ? second : first);
});

test("a planned follow-up is kept with the end, and the patient is reminded on the day, once", async () => {
  const talk = await followUp();
  await transact({ actor: talk.doctor, now: NOON }, finishConsultation, {
    consultationId: talk.id,
    advice,
    followUpDays: 14,
  });
  expect(await stored(talk)).toMatchObject({ followUpOn: new Date("2026-12-07T00:00:00.000Z") });
  const reminders = () => db().notice.count({ where: { accountId: talk.patient.accountId, kind: "follow_up_due" } });
  await sweepDeadlines(new Date("2026-12-06T15:59:00.000Z"));
  expect(await reminders()).toBe(0);
  const day = new Date("2026-12-06T16:00:00.000Z");
  await Promise.all([sweepDeadlines(day), sweepDeadlines(day)]);
  await sweepDeadlines(addMinutes(day, 60));
  expect(await reminders()).toBe(1);
});
