import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { readableFile } from "@/lib/queries/file/file";
import { listMessages } from "@/lib/queries/room/messages";
import { consultation, NOON, person, type Talk, upload } from "@/lib/testing/consultation";
import { recallMessage } from "./recall";
import { sendMessage } from "./send";

const say = (talk: Talk, actor: Person, body: string, refSeq?: number) =>
  sendMessage({ actor, now: NOON }, { kind: "text", id: talk.id, clientId: randomUUID(), body, refSeq });
const recall = ({ id }: Talk, actor: Person, seq: number, now = NOON) => recallMessage({ actor, now }, { id, seq });
const readBy = async ({ id }: Talk, actor: Person) =>
  (await listMessages({ actor, now: NOON }, { id, after: 0 })).messages;

test("what is taken back is hidden from both, kept in the database, and numbered like a message", async () => {
  const talk = await consultation();
  const { seq } = await say(talk, talk.patient, "发错人了");
  const event = await recall(talk, talk.patient, seq);
  expect(event).toMatchObject({ seq: seq + 1, kind: "recall", refSeq: seq });
  for (const reader of [talk.patient, talk.doctor]) {
    const messages = await readBy(talk, reader);
    expect(JSON.stringify(messages)).not.toContain("发错人了");
    expect(messages.find((message) => message.seq === seq)).toMatchObject({ isRecalled: true, body: "" });
  }
  const kept = await db().message.findFirstOrThrow({ where: { consultationId: talk.id, seq } });
  expect(kept).toMatchObject({ body: "发错人了", recalledAt: NOON });
});

test("after two minutes, from the other side, twice, or in a closed room nothing is taken back", async () => {
  const talk = await consultation();
  const { seq } = await say(talk, talk.doctor, "请按时服药");
  await expect(recall(talk, talk.doctor, seq, addMinutes(NOON, 2))).rejects.toMatchObject({ code: "recall_too_late" });
  await expect(recall(talk, talk.patient, seq)).rejects.toMatchObject({ code: "not_found" });
  await expect(recall(talk, await person("doctor"), seq)).rejects.toMatchObject({ code: "not_found" });
  await expect(recall(talk, talk.doctor, 999)).rejects.toMatchObject({ code: "not_found" });
  const both = await Promise.allSettled([recall(talk, talk.doctor, seq), recall(talk, talk.doctor, seq)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const next = await say(talk, talk.doctor, "好的");
  await db().consultation.update({ where: { id: talk.id }, data: { status: "finished" } });
  await expect(recall(talk, talk.doctor, next.seq)).rejects.toMatchObject({ code: "conversation_closed" });
});

test.each(["image", "voice"] as const)("an %s that was taken back opens for its sender alone", async (kind) => {
  const talk = await consultation();
  const fileId = await upload(talk.patient);
  if (kind === "voice") await db().file.update({ where: { id: fileId }, data: { seconds: 3, mediaType: "audio/wav" } });
  const sent = { kind, id: talk.id, clientId: randomUUID(), body: "" as const, fileId };
  const { seq } = await sendMessage({ actor: talk.patient, now: NOON }, sent);
  await readableFile(talk.doctor, NOON, fileId);
  await recall(talk, talk.patient, seq);
  await expect(readableFile(talk.doctor, NOON, fileId)).rejects.toMatchObject({ code: "not_found" });
  await readableFile(talk.patient, NOON, fileId);
});

test("an answer quotes a message of its own conversation that is still there, and nothing else", async () => {
  const [talk, other] = await Promise.all([consultation(), consultation()]);
  const { seq } = await say(talk, talk.doctor, "体温多少？");
  expect(await say(talk, talk.patient, "38.5", seq)).toMatchObject({ refSeq: seq });
  expect(await say(other, other.patient, "38.5", 7)).toMatchObject({ refSeq: null });
  await recall(talk, talk.doctor, seq);
  expect(await say(talk, talk.patient, "还是 38.5", seq)).toMatchObject({ refSeq: null });
});

test("taking back is no word of its own: the patient's turns count as before", async () => {
  const talk = await consultation();
  await say(talk, talk.patient, "一");
  const { seq } = await say(talk, talk.doctor, "二");
  await recall(talk, talk.doctor, seq);
  await say(talk, talk.patient, "三");
  await say(talk, talk.patient, "四");
  expect(await db().consultation.findUniqueOrThrow({ where: { id: talk.id } })).toMatchObject({ turnsUsed: 2 });
});

test("of messages and recalls at the same time every number is given once", async () => {
  const talk = await consultation();
  const sent = await Promise.all(["甲", "乙", "丙", "丁"].map((body) => say(talk, talk.patient, body)));
  await Promise.all([
    ...sent.map(({ seq }) => recall(talk, talk.patient, seq)),
    ...["戊", "己", "庚"].map((body) => say(talk, talk.doctor, body)),
  ]);
  const seqs = (await readBy(talk, talk.doctor)).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
});
