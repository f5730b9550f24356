import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addSeconds } from "@/lib/domain/calendar";
import { openRecording } from "@/lib/flows/call/open-recording";
import { storePiece } from "@/lib/flows/call/store-piece";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { callNews } from "@/lib/queries/room/call";
import { callPlace } from "@/lib/queries/room/call-place";
import { listMessages } from "@/lib/queries/room/messages";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { answerCall } from "./answer";
import { endCall } from "./end";
import { signalCall } from "./signal";
import { startCall } from "./start";

const at = (seconds: number) => addSeconds(NOON, seconds);
const as = (actor: Person, seconds = 0) => ({ actor, now: at(seconds) });

async function talkBy(channel: "text" | "voice" | "video"): Promise<Talk> {
  const talk = await consultation();
  await db().consultation.update({ where: { id: talk.id }, data: { channel } });
  return talk;
}
const start = (
  { id, doctor }: Talk,
  tab: string,
  kind: "voice" | "video" = "video",
  actor = doctor,
  agreesToRecording = false,
) => transact(as(actor), startCall, { id, kind, tab, agreesToRecording });
const answer = ({ patient }: Talk, id: string, tab: string, seconds = 5, agreesToRecording = false) =>
  transact(as(patient, seconds), answerCall, { id, tab, agreesToRecording });
const end = (actor: Person, id: string, seconds = 65) => transact(as(actor, seconds), endCall, { id });
const follow = ({ id }: Talk, actor: Person, tab: string, seconds = 5, after = 0) =>
  callNews(as(actor, seconds), { id, tab, after });
const said = async ({ id, patient }: Talk) =>
  (await listMessages(as(patient), { id, after: 0 })).messages.map(({ body }) => JSON.parse(body));

test("the doctor rings, the patient answers, they are told of each other, and the chat says how long it was", async () => {
  const talk = await talkBy("video");
  const [caller, answerer] = [randomUUID(), randomUUID()];
  const { id } = await start(talk, caller);
  expect(
    await db().notice.findFirst({ where: { accountId: talk.patient.accountId, kind: "call_ringing" } }),
  ).toMatchObject({
    path: `/patient/consultations/${talk.id}/call`,
  });
  expect((await follow(talk, talk.patient, answerer)).call).toMatchObject({
    id,
    status: "ringing",
    isMine: false,
    isHere: true,
  });
  await answer(talk, id, answerer);
  await signalCall(as(talk.doctor), { id, tab: caller, body: '{"type":"offer"}' });
  await signalCall(as(talk.patient), { id, tab: answerer, body: '{"type":"answer"}' });
  const heard = await follow(talk, talk.patient, answerer);
  expect(heard).toMatchObject({ call: { status: "active", isHere: true }, signals: [{ body: '{"type":"offer"}' }] });
  expect((await follow(talk, talk.patient, answerer, 5, heard.signals[0]?.id)).signals).toEqual([]);
  expect((await follow(talk, talk.doctor, caller)).signals).toMatchObject([{ body: '{"type":"answer"}' }]);
  await end(talk.patient, id, 80);
  expect(await db().callSignal.count({ where: { callId: id } })).toBe(0);
  expect(await said(talk)).toMatchObject([
    { code: "call_started" },
    { code: "call_hung_up", params: { length: "1:15" } },
  ]);
  expect((await follow(talk, talk.doctor, caller, 85)).call).toMatchObject({ status: "ended", endReason: "hung_up" });
  expect((await follow(talk, talk.doctor, caller, 120)).call).toBeNull();
});

test("answered in two tabs at once, one has it; the other, and its words, are turned away", async () => {
  const talk = await talkBy("voice");
  const { id } = await start(talk, randomUUID(), "voice");
  const tabs = [randomUUID(), randomUUID()];
  const results = await Promise.allSettled(tabs.map((tab) => answer(talk, id, tab)));
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(["call_gone"]);
  const loser = tabs[results.findIndex(({ status }) => status === "rejected")] ?? "";
  expect((await follow(talk, talk.patient, loser)).call).toMatchObject({ isHere: false });
  await expect(signalCall(as(talk.patient), { id, tab: loser, body: "{}" })).rejects.toMatchObject({
    code: "call_gone",
  });
});

test("one call at a time, by what the service holds, and only while the consultation is under way", async () => {
  const [text, voice, video] = await Promise.all([talkBy("text"), talkBy("voice"), talkBy("video")]);
  await expect(start(text, randomUUID(), "voice")).rejects.toMatchObject({ code: "call_not_open" });
  await expect(start(voice, randomUUID(), "video")).rejects.toMatchObject({ code: "call_not_open" });
  const both = await Promise.allSettled([
    start(video, randomUUID()),
    start(video, randomUUID(), "video", video.patient),
  ]);
  expect(both.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual(["call_live"]);
  await db().consultation.update({ where: { id: voice.id }, data: { status: "finished" } });
  await expect(start(voice, randomUUID(), "voice")).rejects.toMatchObject({ code: "call_not_open" });
});

test("strangers neither ring, answer, follow, say, nor end; the caller cannot answer", async () => {
  const talk = await talkBy("video");
  const tab = randomUUID();
  const { id } = await start(talk, tab);
  const other = await person("patient");
  await expect(start(talk, randomUUID(), "video", other)).rejects.toMatchObject({ code: "not_found" });
  await expect(transact(as(other), answerCall, { id, tab, agreesToRecording: false })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(transact(as(talk.doctor), answerCall, { id, tab, agreesToRecording: false })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(follow(talk, other, tab)).rejects.toMatchObject({ code: "not_found" });
  await expect(end(other, id)).rejects.toMatchObject({ code: "not_found" });
  await answer(talk, id, randomUUID());
  await expect(signalCall(as(other), { id, tab, body: "{}" })).rejects.toMatchObject({ code: "call_gone" });
});

test.each([
  ["the called side puts it down", (talk: Talk) => talk.patient, "call_declined"],
  ["the caller gives up", (talk: Talk) => talk.doctor, "call_missed"],
] as const)("while it rings %s: the chat says so, once", async (_, who, code) => {
  const talk = await talkBy("video");
  const { id } = await start(talk, randomUUID());
  const both = await Promise.allSettled([end(who(talk), id, 10), end(who(talk), id, 10)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await said(talk)).map((line) => line.code)).toEqual(["call_started", code]);
});

test("nobody answers for a minute: missed; one end is not heard of: cut off; a call that both follow goes on", async () => {
  const [missed, dropped, going] = [await talkBy("video"), await talkBy("video"), await talkBy("video")];
  const tabs = { caller: randomUUID(), answerer: randomUUID() };
  await start(missed, randomUUID());
  const cut = await start(dropped, randomUUID());
  await answer(dropped, cut.id, randomUUID());
  const on = await start(going, tabs.caller);
  await answer(going, on.id, tabs.answerer);
  await sweepDeadlines(at(44));
  await follow(going, going.doctor, tabs.caller, 45);
  await follow(going, going.patient, tabs.answerer, 45);
  await sweepDeadlines(at(60));
  const codes = async (talk: Talk) => (await said(talk)).map((line) => line.code);
  expect(await codes(missed)).toEqual(["call_started", "call_missed"]);
  expect(await codes(dropped)).toEqual(["call_started", "call_dropped"]);
  expect(await codes(going)).toEqual(["call_started"]);
});

const WEBM = Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3]);
const piece = (actor: Person, id: string, index: number, file = WEBM, seconds = 10, segment = 0) =>
  storePiece(as(actor, seconds), { id, segment, index, file });
const recorded = async (offered: boolean, doctorAgrees: boolean, patientAgrees: boolean) => {
  const talk = await talkBy("video");
  await db().offering.updateMany({
    where: { consultations: { some: { id: talk.id } } },
    data: { isRecorded: offered },
  });
  const tab = randomUUID();
  const { id } = await start(talk, tab, "video", talk.doctor, doctorAgrees);
  await answer(talk, id, randomUUID(), 5, patientAgrees);
  return { talk, id, isRecorded: (await follow(talk, talk.doctor, tab)).call?.isRecorded };
};

test.each([
  [false, true, true],
  [true, true, false],
  [true, false, true],
])("offered %s, doctor %s, patient %s: nothing is recorded", async (offered, doctorAgrees, patientAgrees) => {
  const { talk, id, isRecorded } = await recorded(offered, doctorAgrees, patientAgrees);
  expect(isRecorded).toBe(false);
  await expect(piece(talk.doctor, id, 0)).rejects.toMatchObject({ code: "not_found" });
});

test("a call is recorded where the service offers it and both agree: each side by itself, each piece once, for a day after it", async () => {
  const { talk, id, isRecorded } = await recorded(true, true, true);
  expect(isRecorded).toBe(true);
  await piece(talk.doctor, id, 1, Uint8Array.from([9, 9]));
  for (let again = 0; again < 3; again += 1) await piece(talk.doctor, id, 0);
  await Promise.all([piece(talk.patient, id, 0), piece(talk.patient, id, 0)]);
  await piece(talk.doctor, id, 0, WEBM, 20, 1);
  expect(await db().callPiece.count({ where: { callId: id } })).toBe(4);
  await expect(piece(talk.patient, id, 0, Uint8Array.from([60, 104, 116, 109]), 20, 1)).rejects.toMatchObject({
    code: "not_a_recording",
  });
  await expect(piece(await person("patient"), id, 2)).rejects.toMatchObject({ code: "not_found" });
  await end(talk.doctor, id, 60);
  await piece(talk.doctor, id, 2, WEBM, 60 + 23 * 3_600);
  await expect(piece(talk.doctor, id, 3, WEBM, 60 + 25 * 3_600)).rejects.toMatchObject({ code: "not_found" });

  const listen = (actor: Person) => openRecording(as(actor), { id, side: "caller", segment: 0 });
  const answered = await listen(talk.patient);
  expect(answered.headers.get("content-disposition")).toBe(`attachment; filename="${id}-caller-1.webm"`);
  expect(new Uint8Array(await answered.arrayBuffer())).toEqual(Uint8Array.from([...WEBM, 9, 9, ...WEBM]));
  await expect(listen(await person("doctor"))).rejects.toMatchObject({ code: "not_found" });
  expect(await db().auditEvent.count({ where: { subjectId: id, action: "call.listen" } })).toBe(1);
  expect((await callPlace(talk.patient, talk.id))?.recordings).toMatchObject([
    { side: "caller", segment: 0, isOwn: false },
    { side: "caller", segment: 1, isOwn: false },
    { side: "answerer", segment: 0, isOwn: true },
  ]);
});
