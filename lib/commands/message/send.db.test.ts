import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { appendMessage } from "@/lib/db/append-message";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import type { SendMessage } from "@/lib/domain/message-input";
import { consultation, NOON, person, type Talk, upload } from "@/lib/testing/consultation";
import { readMessages } from "./read";
import { sendMessage } from "./send";

const say = (actor: Person, talk: Pick<Talk, "id">, body = "您好", clientId = randomUUID(), now = NOON) =>
  sendMessage({ actor, now }, { kind: "text", id: talk.id, clientId, body });

const show = (actor: Person, talk: Pick<Talk, "id">, fileId: string) =>
  sendMessage({ actor, now: NOON }, { kind: "image", id: talk.id, clientId: randomUUID(), body: "", fileId });

const stored = (talk: Talk) =>
  db().message.findMany({
    where: { consultationId: talk.id },
    orderBy: { seq: "asc" },
    select: { seq: true, senderRole: true, clientId: true },
  });

const counters = (talk: Talk) =>
  db().consultation.findUniqueOrThrow({
    where: { id: talk.id },
    select: { lastSeq: true, turnsUsed: true, firstReplyAt: true, dueAt: true, lastMessageAt: true },
  });

test("two hundred messages from both sides at once are numbered without a gap, and each turn is counted once", async () => {
  const talk = await consultation({ turnLimit: 200 });
  const senders = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? talk.patient : talk.doctor));
  const sent = await Promise.all(senders.map((sender) => say(sender, talk)));
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  expect(sent.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(numbers);
  const messages = await stored(talk);
  expect(messages.map(({ seq }) => seq)).toEqual(numbers);
  const turns = messages.filter(
    ({ senderRole }, index) => senderRole === "patient" && messages[index - 1]?.senderRole !== "patient",
  );
  expect(await counters(talk)).toMatchObject({ lastSeq: 200, turnsUsed: turns.length });
});

test("a message that is sent again, even at the same time, is the same message", async () => {
  const talk = await consultation();
  for (const sender of [talk.patient, talk.doctor]) {
    const clientId = randomUUID();
    const first = await Promise.all(Array.from({ length: 8 }, () => say(sender, talk, "一次", clientId)));
    const again = await say(sender, talk, "一次", clientId);
    expect(new Set([...first, again].map(({ seq }) => seq)).size).toBe(1);
  }
  expect(await counters(talk)).toMatchObject({ lastSeq: 2 });
  expect(await stored(talk)).toHaveLength(2);
});

test("a client's mark that belongs to another conversation is a conflict and writes nothing", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  await db().consultation.update({ where: { id: other.id }, data: { accountId: talk.patient.accountId } });
  const clientId = randomUUID();
  await say(talk.patient, talk, "这里", clientId);
  await expect(say(talk.patient, other, "那里", clientId)).rejects.toMatchObject({ code: "conflict" });
  expect(await counters(other)).toMatchObject({ lastSeq: 0 });
});

test("whoever is not part of the conversation is told that there is none", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  const strangers = [other.patient, other.doctor, await person("pharmacist"), await person("admin")];
  for (const stranger of strangers.slice(0, 2))
    await expect(say(stranger, talk)).rejects.toMatchObject({ code: "not_found" });
  for (const stranger of strangers.slice(2))
    await expect(say(stranger, talk)).rejects.toMatchObject({ code: "forbidden" });
  await expect(say(talk.patient, { id: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  await expect(say({ ...talk.patient, role: "doctor" }, talk)).rejects.toMatchObject({ code: "not_found" });
  expect(await stored(talk)).toEqual([]);
  await say(talk.patient, talk);
});

test("a closed conversation takes no more words, and one that is not paid takes none yet", async () => {
  for (const status of ["finished", "declined", "expired", "cancelled", "referred_offline", "abandoned"] as const) {
    const talk = await consultation({ status });
    await expect(say(talk.patient, talk)).rejects.toMatchObject({ code: "conversation_closed" });
    await expect(say(talk.doctor, talk)).rejects.toMatchObject({ code: "conversation_closed" });
    expect(await stored(talk)).toEqual([]);
  }
  const unpaid = await consultation({ status: "awaiting_payment" });
  await expect(say(unpaid.patient, unpaid)).rejects.toMatchObject({ code: "conversation_not_open" });
  await expect(say(unpaid.doctor, unpaid)).rejects.toMatchObject({ code: "not_found" });
});

test("a patient who waits may add words; the doctor writes once the consultation is accepted", async () => {
  const talk = await consultation({ status: "waiting" });
  expect(await say(talk.patient, talk)).toMatchObject({ seq: 1 });
  await expect(say(talk.doctor, talk)).rejects.toMatchObject({ code: "conversation_not_open" });
});

test("the patient's turns are limited, and what belongs to one turn counts once", async () => {
  const talk = await consultation({ turnLimit: 2 });
  await say(talk.patient, talk);
  await say(talk.patient, talk);
  expect(await counters(talk)).toMatchObject({ turnsUsed: 1 });
  await say(talk.doctor, talk);
  await say(talk.patient, talk);
  await say(talk.doctor, talk);
  await expect(say(talk.patient, talk)).rejects.toMatchObject({ code: "turns_used_up" });
  expect(await counters(talk)).toMatchObject({ turnsUsed: 2, lastSeq: 5 });
  await say(talk.doctor, talk);
});

test("the doctor's first word starts the conversation's length; later ones do not move its end", async () => {
  const talk = await consultation({ lengthMinutes: 60 });
  await say(talk.patient, talk);
  expect(await counters(talk)).toMatchObject({ firstReplyAt: null, dueAt: addMinutes(NOON, 720) });
  await say(talk.doctor, talk, "您好", randomUUID(), addMinutes(NOON, 5));
  await say(talk.doctor, talk, "请说", randomUUID(), addMinutes(NOON, 9));
  expect(await counters(talk)).toMatchObject({
    firstReplyAt: addMinutes(NOON, 5),
    lastMessageAt: addMinutes(NOON, 9),
    dueAt: addMinutes(NOON, 60),
  });
});

test("both browsers hear of it: the room by its number, the other side's account by the consultation", async () => {
  const talk = await consultation();
  let told: bigint[] = [];
  await sendMessage(
    {
      actor: talk.patient,
      now: NOON,
      committed: (ids) => {
        told = ids;
      },
    },
    { kind: "text", id: talk.id, clientId: randomUUID(), body: "孩子又发烧了" },
  );
  const rows = await db().outbox.findMany({
    where: { id: { in: told } },
    orderBy: { id: "asc" },
    select: { payload: true },
  });
  expect(rows.map(({ payload }) => payload)).toEqual([
    { channel: `presence-consultation-${talk.id}`, event: "message", data: { seq: 1 } },
    { channel: `private-account-${talk.doctor.accountId}`, event: "changed", data: { id: talk.id } },
  ]);
  expect(JSON.stringify(rows)).not.toContain("发烧");
});

test("one's own words are read by oneself, as long as nothing of the other side's is skipped", async () => {
  const talk = await consultation();
  const mark = () =>
    db().readMark.findFirst({ where: { consultationId: talk.id }, select: { accountId: true, seq: true } });
  await say(talk.doctor, talk);
  await readMessages({ actor: talk.patient, now: NOON }, { id: talk.id, seq: 1 });
  await say(talk.patient, talk);
  expect(await mark()).toEqual({ accountId: talk.patient.accountId, seq: 2 });
  await say(talk.doctor, talk);
  await say(talk.patient, talk);
  expect(await mark()).toEqual({ accountId: talk.patient.accountId, seq: 2 });
});

test("a picture is sent by whoever uploaded it, into one conversation", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  const [mine, doctors] = await Promise.all([upload(talk.patient), upload(talk.doctor)]);
  expect(await show(talk.patient, talk, mine)).toMatchObject({
    seq: 1,
    picture: { id: mine, width: 640, height: 480 },
  });
  await expect(show(talk.patient, talk, doctors)).rejects.toMatchObject({ code: "picture_not_found" });
  await expect(show(talk.patient, talk, randomUUID())).rejects.toMatchObject({ code: "picture_not_found" });
  await db().consultation.update({ where: { id: other.id }, data: { accountId: talk.patient.accountId } });
  await expect(show(talk.patient, other, mine)).rejects.toMatchObject({ code: "picture_not_found" });
  expect(await counters(talk)).toMatchObject({ lastSeq: 1 });
});

test("a voice is sent as a voice, a picture as a picture", async () => {
  const talk = await consultation();
  const picture = await upload(talk.patient);
  const { id: voice } = await db().file.create({
    data: {
      ...{ ownerId: talk.patient.accountId, storageKey: randomUUID(), mediaType: "audio/wav", bytes: 96_044 },
      ...{ seconds: 3, createdAt: NOON },
    },
  });
  const attach = (kind: "voice" | "image", fileId: string) =>
    sendMessage({ actor: talk.patient, now: NOON }, {
      kind,
      id: talk.id,
      clientId: randomUUID(),
      body: "",
      fileId,
    } as SendMessage);
  await expect(attach("voice", picture)).rejects.toMatchObject({ code: "voice_not_found" });
  await expect(attach("image", voice)).rejects.toMatchObject({ code: "picture_not_found" });
  expect(await attach("voice", voice)).toMatchObject({ seq: 1, picture: null, voice: { id: voice, seconds: 3 } });
  expect(await attach("image", picture)).toMatchObject({ seq: 2, picture: { id: picture }, voice: null });
});

test("what the system says is numbered with the messages and belongs to nobody's turn; a prescription is the doctor's word", async () => {
  const talk = await consultation({ lengthMinutes: 60 });
  const speak = (kind: "system" | "prescription") =>
    transact(
      { actor: talk.doctor, now: NOON },
      async (work) => {
        work.audit({ action: "test", subjectType: "consultation", subjectId: talk.id });
        await appendMessage(work, {
          consultationId: talk.id,
          kind,
          body: kind === "system" ? "accepted" : "prescribed",
        });
      },
      undefined,
    );
  await say(talk.patient, talk);
  await speak("system");
  await say(talk.patient, talk);
  expect(await counters(talk)).toMatchObject({ turnsUsed: 1, firstReplyAt: null });
  await speak("prescription");
  await say(talk.patient, talk);
  expect(await counters(talk)).toMatchObject({
    lastSeq: 5,
    turnsUsed: 2,
    firstReplyAt: NOON,
    dueAt: addMinutes(NOON, 60),
  });
});

test("whatever order both sides write in, the turns are those that a reader would count", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (isPatient) => {
      const talk = await consultation();
      for (const patientWrites of isPatient) await say(patientWrites ? talk.patient : talk.doctor, talk);
      const turns = isPatient.filter((own, index) => own && !isPatient[index - 1]).length;
      expect(await counters(talk)).toMatchObject({ turnsUsed: turns });
    }),
    { numRuns: 10 },
  );
});
