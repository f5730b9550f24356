import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { acceptConsultation } from "@/lib/commands/consultation/accept";
import { sendMessage } from "@/lib/commands/message/send";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { listMessages } from "@/lib/queries/room/messages";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { decideTransfer } from "./decide";
import { proposeTransfer } from "./propose";

/** A consultation under way, and a second one whose doctor is a colleague of the same department with the same service. */
async function colleagues() {
  const [talk, other] = [await consultation(), await consultation({ status: "waiting" })];
  const { departmentId } = await db().doctor.findUniqueOrThrow({ where: { id: talk.doctor.accountId } });
  await db().doctor.update({ where: { id: other.doctor.accountId }, data: { departmentId } });
  return { talk, colleague: other.doctor };
}
const propose = (talk: Talk, toDoctorId: string, actor = talk.doctor) =>
  transact({ actor, now: NOON }, proposeTransfer, {
    ...{ consultationId: talk.id, toDoctorId, reason: "这位同事更熟悉您的情况。" },
  });
const decide = (talk: Talk, transferId: string, decision: "accepted" | "declined", actor = talk.patient) =>
  transact({ actor, now: addMinutes(NOON, 5) }, decideTransfer, { transferId, decision });
const stored = ({ id }: Talk) => db().consultation.findUniqueOrThrow({ where: { id }, include: { events: true } });

test("with the patient's yes the colleague has the conversation, owes a first word, and the doctor before has it no more", async () => {
  const { talk, colleague } = await colleagues();
  const { id } = await propose(talk, colleague.accountId);
  await decide(talk, id, "accepted");
  const after = await stored(talk);
  expect(after).toMatchObject({
    ...{ status: "in_progress", doctorId: colleague.accountId, firstReplyAt: null, dueAt: addMinutes(NOON, 725) },
    events: [{ event: "transfer", actorId: talk.patient.accountId }],
  });
  const say = (actor: typeof colleague) =>
    sendMessage({ actor, now: NOON }, { kind: "text", id: talk.id, clientId: randomUUID(), body: "您好" });
  await say(colleague);
  await expect(say(talk.doctor)).rejects.toMatchObject({ code: "not_found" });
  await expect(listMessages({ actor: talk.doctor, now: NOON }, { id: talk.id, after: 0 })).rejects.toMatchObject({
    code: "not_found",
  });
  const kinds = async (accountId: string) =>
    (await db().notice.findMany({ where: { accountId }, select: { kind: true } })).map(({ kind }) => kind);
  expect(await kinds(colleague.accountId)).toContain("patient_transferred");
  expect(await kinds(talk.doctor.accountId)).toContain("transfer_accepted");
});

test("with a no nothing changes, and it may be asked again; of two answers at once one counts", async () => {
  const { talk, colleague } = await colleagues();
  const { id } = await propose(talk, colleague.accountId);
  await expect(propose(talk, colleague.accountId)).rejects.toMatchObject({ code: "transfer_proposed" });
  await decide(talk, id, "declined");
  expect(await stored(talk)).toMatchObject({ doctorId: talk.doctor.accountId, events: [] });
  const again = await propose(talk, colleague.accountId);
  const both = await Promise.allSettled([decide(talk, again.id, "accepted"), decide(talk, again.id, "declined")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("not to another department, nor to somebody who takes nobody, is not licensed, or is oneself", async () => {
  const { talk, colleague } = await colleagues();
  const stranger = await consultation();
  const gone = { code: "colleague_unavailable" };
  await expect(propose(talk, stranger.doctor.accountId)).rejects.toMatchObject(gone);
  await expect(propose(talk, talk.doctor.accountId)).rejects.toMatchObject(gone);
  const { id } = await propose(talk, colleague.accountId);
  await db().doctor.update({ where: { id: colleague.accountId }, data: { isAccepting: false } });
  await expect(decide(talk, id, "accepted")).rejects.toMatchObject(gone);
  expect(await stored(talk)).toMatchObject({ doctorId: talk.doctor.accountId });
  await expect(propose(talk, colleague.accountId)).rejects.toMatchObject(gone);
});

test("only while it is under way, by its doctor, and decided by its patient", async () => {
  const { talk, colleague } = await colleagues();
  const waiting = await consultation({ status: "waiting" });
  await expect(propose(waiting, colleague.accountId)).rejects.toMatchObject({ code: "transfer_not_open" });
  await expect(propose(talk, colleague.accountId, colleague)).rejects.toMatchObject({ code: "not_found" });
  const { id } = await propose(talk, colleague.accountId);
  await expect(decide(talk, id, "accepted", await person("patient"))).rejects.toMatchObject({ code: "not_found" });
  await expect(decide(talk, id, "accepted", talk.doctor)).rejects.toMatchObject({ code: "forbidden" });
  await db().consultation.update({ where: { id: talk.id }, data: { status: "finished" } });
  await expect(decide(talk, id, "accepted")).rejects.toMatchObject({ code: "conflict" });
  await expect(
    transact({ actor: colleague, now: NOON }, acceptConsultation, { consultationId: talk.id }),
  ).rejects.toMatchObject({ code: "not_found" });
});
