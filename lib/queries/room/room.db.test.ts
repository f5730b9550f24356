import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readMessages } from "@/lib/commands/message/read";
import { sendMessage } from "@/lib/commands/message/send";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";
import { consultation, NOON, person, type Talk, upload } from "@/lib/testing/consultation";
import { listMessages } from "./messages";
import { room } from "./room";

const say = (actor: Person, talk: Talk, body: string) =>
  sendMessage({ actor, now: NOON }, { kind: "text", id: talk.id, clientId: randomUUID(), body });
const read = (actor: Person, talk: Pick<Talk, "id">, seq: number) =>
  readMessages({ actor, now: NOON }, { id: talk.id, seq });
const after = (actor: Person, talk: Talk, seq: number) =>
  listMessages({ actor, now: NOON }, { id: talk.id, after: seq });

test("both sides see the same conversation, each with its own marks only", async () => {
  const talk = await consultation();
  await say(talk.patient, talk, "孩子今天好一些");
  await say(talk.doctor, talk, "继续观察");
  const [patients, doctors] = [await room(talk.patient, NOON, talk.id), await room(talk.doctor, NOON, talk.id)];
  const bodies = ["孩子今天好一些", "继续观察"];
  expect(patients.conversation.messages.map(({ body }) => body)).toEqual(bodies);
  expect(doctors.conversation.messages.map(({ body }) => body)).toEqual(bodies);
  expect(patients.conversation.messages.map(({ clientId }) => clientId !== null)).toEqual([true, false]);
  expect(doctors.conversation.messages.map(({ clientId }) => clientId !== null)).toEqual([false, true]);
  expect(patients).toMatchObject({ accountId: talk.patient.accountId, patient: { id: talk.patientId }, refund: null });
});

test("a doctor's look is written into the patient's audit; the patient's own is not", async () => {
  const talk = await consultation();
  await room(talk.patient, NOON, talk.id);
  await room(talk.doctor, NOON, talk.id);
  const looks = await db().auditEvent.findMany({ where: { patientId: talk.patientId } });
  expect(looks.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
    { action: "consultation.view", actorId: talk.doctor.accountId },
  ]);
});

test("a room opens with its last fifty messages; earlier ones and missed ones are fetched by number", async () => {
  const talk = await consultation();
  for (let count = 1; count <= 60; count += 1) await say(talk.doctor, talk, String(count));
  const { conversation } = await room(talk.patient, NOON, talk.id);
  expect(conversation.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 11));
  const earlier = await listMessages({ actor: talk.patient, now: NOON }, { id: talk.id, before: 11 });
  expect(earlier.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
  const missed = await after(talk.patient, talk, 57);
  expect(missed.messages.map(({ body }) => body)).toEqual(["58", "59", "60"]);
  expect(missed.state).toMatchObject({ lastSeq: 60, status: "in_progress" });
});

test("a stranger finds no room, no messages and no mark to set", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  for (const stranger of [other.patient, other.doctor, await person("admin")]) {
    await expect(room(stranger, NOON, talk.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(after(stranger, talk, 0)).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(read(other.patient, talk, 1)).rejects.toMatchObject({ code: "not_found" });
  await expect(read(other.doctor, talk, 1)).rejects.toMatchObject({ code: "not_found" });
  await expect(read(await person("admin"), talk, 1)).rejects.toMatchObject({ code: "forbidden" });
  expect(await db().readMark.count({ where: { consultationId: talk.id } })).toBe(0);
});

test("a read mark only grows, never beyond what was said, and is told once", async () => {
  const talk = await consultation();
  for (const body of ["一", "二", "三"]) await say(talk.doctor, talk, body);
  expect(await read(talk.patient, talk, 2)).toEqual({ seq: 2 });
  await Promise.all([read(talk.patient, talk, 99), read(talk.patient, talk, 1), read(talk.patient, talk, 3)]);
  expect((await after(talk.doctor, talk, 3)).state.reads).toEqual({ [talk.patient.accountId]: 3 });
  const told = await db().outbox.findMany({
    where: { payload: { path: ["data", "accountId"], equals: talk.patient.accountId } },
  });
  expect(told.map(({ payload }) => payload)).toEqual(
    [2, 3].map((seq) => ({
      channel: `presence-consultation-${talk.id}`,
      event: "read",
      data: { seq, accountId: talk.patient.accountId },
    })),
  );
});

test("pictures of the booking stand with the symptoms, those of the conversation with their message", async () => {
  const talk = await consultation();
  const [booked, said] = await Promise.all([upload(talk.patient), upload(talk.patient)]);
  await db().file.update({ where: { id: booked }, data: { consultationId: talk.id } });
  await sendMessage(
    { actor: talk.patient, now: NOON },
    { kind: "image", id: talk.id, clientId: randomUUID(), body: "", fileId: said },
  );
  const shown = await room(talk.doctor, NOON, talk.id);
  expect(shown.symptomPictures.map(({ id }) => id)).toEqual([booked]);
  expect(shown.conversation.messages[0]?.picture).toEqual({ id: said, width: 640, height: 480 });
});
