import { expect, test } from "vitest";
import { storeFetchedRecord } from "@/lib/commands/record/store";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { requestThread } from "@/lib/queries/pharmacist/requests";
import { reviewDesk } from "@/lib/queries/pharmacist/review-desk";
import { room } from "@/lib/queries/room/room";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { order } from "@/lib/testing/order";
import { prescribed } from "@/lib/testing/prescribing";
import { countStatements } from "@/lib/testing/statements";
import { accessLog, myPrivacy } from "./privacy";

const actFor = (account: Person, patientId: string, relation: "self" | "parent" = "self") =>
  db().patientLink.create({ data: { accountId: account.accountId, patientId, relation, slot: 1 } });

async function ownTalk(): Promise<Talk> {
  const talk = await consultation();
  await actFor(talk.patient, talk.patientId);
  return talk;
}

const staffOf = (doctor: Person) =>
  db().staff.create({
    data: { accountId: doctor.accountId, staffNo: doctor.name, nameZh: "王医生", nameEn: "Dr Wang" },
  });

const others = (actor: Person, patientId: string) => accessLog(actor, patientId, { othersOnly: true });
const numberOf = async (id: string) => (await db().consultation.findUniqueOrThrow({ where: { id } })).number;

test("R31: when a doctor opens the consultation the patient sees who, when and for which consultation", async () => {
  const talk = await ownTalk();
  await staffOf(talk.doctor);
  await room(talk.doctor, NOON, talk.id);
  const { entries } = await others(talk.patient, talk.patientId);
  expect(entries).toMatchObject([
    {
      ...{ action: "consultation.view", firstAt: NOON, times: 1, isAllowed: true },
      who: { kind: "staff", role: "doctor", nameZh: "王医生", nameEn: "Dr Wang" },
      reason: { kind: "consultation", number: await numberOf(talk.id) },
    },
  ]);
});

test("R31: a pharmacist's look at the record names the prescription that was reviewed", async () => {
  const made = await prescribed();
  await actFor(made.patient, made.patientId);
  await reviewDesk(await person("pharmacist"), NOON, made.prescriptionId);
  const { number } = await db().prescription.findUniqueOrThrow({ where: { id: made.prescriptionId } });
  const { entries } = await others(made.patient, made.patientId);
  expect(entries[0]).toMatchObject({ action: "prescription.review_view", reason: { kind: "prescription", number } });
});

test("R31: another account of the family is called family, and the numbers of what it holds stay there", async () => {
  const talk = await ownTalk();
  const father = await person("patient");
  await actFor(father, talk.patientId, "parent");
  await recordView(talk.patient, NOON, {
    ...{ action: "consultation.book", subjectType: "consultation", subjectId: talk.id, patientId: talk.patientId },
  });
  const { entries } = await others(father, talk.patientId);
  expect(entries).toMatchObject([{ who: { kind: "family" }, reason: { kind: "consultation", number: null } }]);
});

test("one's own deeds stand in the whole list only; looking at it writes nothing", async () => {
  const talk = await ownTalk();
  await recordView(talk.patient, NOON, {
    ...{ action: "record.view", subjectType: "patient", subjectId: talk.patientId, patientId: talk.patientId },
  });
  expect((await others(talk.patient, talk.patientId)).entries).toEqual([]);
  const { entries } = await accessLog(talk.patient, talk.patientId, { othersOnly: false });
  expect(entries).toMatchObject([{ who: { kind: "you" }, action: "record.view", reason: null }]);
  expect(await db().auditEvent.count({ where: { patientId: talk.patientId } })).toBe(1);
});

test("the list goes on from page to page without a gap, in two statements a page", async () => {
  const talk = await ownTalk();
  for (let count = 0; count < 45; count += 1)
    await recordView(talk.doctor, addMinutes(NOON, count * 90), {
      ...{ action: "consultation.view", subjectType: "consultation", subjectId: talk.id, patientId: talk.patientId },
    });
  const first = await others(talk.patient, talk.patientId);
  const second = await accessLog(talk.patient, talk.patientId, { othersOnly: true, before: first.next ?? "" });
  expect([first.entries.length, second.entries.length, second.next]).toEqual([40, 5, undefined]);
  expect(await countStatements(() => others(talk.patient, talk.patientId))).toBe(2);
});

test("nobody reads the list of a person whom the account does not act for, nor after the link has ended", async () => {
  const talk = await ownTalk();
  for (const stranger of [await person("patient"), talk.doctor, await person("admin")])
    await expect(others(stranger, talk.patientId)).rejects.toMatchObject({ code: "not_found" });
  await db().patientLink.updateMany({ where: { patientId: talk.patientId }, data: { endedAt: NOON } });
  await expect(others(talk.patient, talk.patientId)).rejects.toMatchObject({ code: "not_found" });
  expect(await myPrivacy(talk.patient)).toEqual({ people: [], requests: [] });
});

test("R31: a doctor who has the record fetched anew, and staff who read a service request, are on the list with their reason", async () => {
  const talk = await ownTalk();
  const { patientId } = talk;
  const card = { cardNumberSealed: "-", cardNumberDigest: newId(), fhirPatientId: newId(), linkedAt: NOON };
  await db().healthCard.create({ data: { patientId, ...card } });
  const record = { isWhole: true, entries: [], mistaken: [], syncedTo: NOON };
  const fetched = { patientId, fhirPatientId: card.fhirPatientId, record };
  await transact({ actor: talk.doctor, now: NOON }, storeFetchedRecord, fetched);
  const reason = { kind: "consultation", number: await numberOf(talk.id) };
  expect((await others(talk.patient, patientId)).entries).toMatchObject([{ action: "record.refresh", reason }]);

  const made = await order({ status: "paid" });
  await actFor(made.patient, made.patientId);
  const { accountId } = made.patient;
  const { id } = await db().serviceRequest.create({
    data: { id: newId(), orderId: made.orderId, accountId, kind: "other", createdAt: NOON },
  });
  await requestThread(await person("support"), NOON, id);
  const { number } = await db().order.findUniqueOrThrow({ where: { id: made.orderId } });
  expect((await others(made.patient, made.patientId)).entries[0]).toMatchObject({
    ...{ action: "request.view", reason: { kind: "order", number } },
  });
});
