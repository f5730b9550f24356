import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { seal, unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { copySections } from "@/lib/domain/record-copy";
import { uploadPicture } from "@/lib/flows/file/upload";
import { applicant } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { order, paid } from "@/lib/testing/order";
import { exportRecord } from "./export";

const download = (actor: Person, patientId: string, format: "readable" | "json" | "pictures", minutes = 0) =>
  exportRecord({ actor, now: addMinutes(NOON, minutes) }, { patientId, format, locale: "en" });

/** Somebody who talked to a doctor, sent a picture and bought a medicine. */
async function treated() {
  const made = await order({ status: "delivered" });
  const { accountId } = made.patient;
  await paid(made, "medicine", 900);
  await db().patientLink.create({ data: { accountId, patientId: made.patientId, relation: "self", slot: 1 } });
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a53" } })
    .png()
    .toBuffer();
  const file = new Uint8Array(bytes);
  const { id: fileId } = await uploadPicture({ actor: made.patient, now: NOON }, { file });
  await db().file.update({ where: { id: fileId }, data: { consultationId: made.id } });
  const said = { consultationId: made.id, createdAt: NOON, senderId: accountId, senderRole: "patient" as const };
  await db().message.createMany({
    data: [
      { ...said, id: newId(), clientId: newId(), seq: 1, kind: "text", body: "<b>头痛</b> & fever" },
      { ...said, id: newId(), clientId: newId(), seq: 2, kind: "image", body: "", fileId },
    ],
  });
  return { ...made, fileId };
}

const patientOf = (id: string) => db().patient.findUniqueOrThrow({ where: { id } });

test("R31 (PIPL 45): the data file holds every part, the whole ID number and what was said, and is written down", async () => {
  const made = await treated();
  const response = await download(made.patient, made.patientId, "json");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/json",
    "content-disposition": 'attachment; filename="record-2026-11-23.json"',
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  const copy = await response.json();
  expect(Object.keys(copy)).toEqual(["form", "madeAt", ...copySections]);
  const { name, idNumberSealed } = await patientOf(made.patientId);
  expect(copy.identity).toMatchObject({
    name,
    idNumber: unseal(idNumberSealed),
    birthDate: "2020-05-01T00:00:00.000Z",
  });
  expect(copy.consultations).toMatchObject([
    {
      id: made.id,
      messages: [
        { seq: 1, from: "patient", body: "<b>头痛</b> & fever" },
        { seq: 2, from: "patient", picture: `pictures/${made.fileId}.webp` },
      ],
    },
  ]);
  expect(copy.prescriptions).toMatchObject([
    { id: made.prescriptionId, versions: [{ diagnosisText: "高血压", items: [{ dose: 1, frequency: "qd" }] }] },
  ]);
  expect(copy.orders).toMatchObject([
    { id: made.orderId, payments: [{ amountFen: 900 }], address: { recipient: "李敏", phone: "13812345678" } },
  ]);
  expect(copy.access[0]).toMatchObject({ action: "record.export", who: { kind: "you" } });
  const { accountId } = made.patient;
  const where = { action: "record.export", patientId: made.patientId, actorId: accountId };
  expect(await db().auditEvent.findMany({ where, select: { detail: true } })).toEqual([{ detail: { format: "json" } }]);
  expect(await db().notice.count({ where: { accountId, kind: "record_exported" } })).toBe(1);
});

test("R31: the copy to read says it in words, and what people typed stays text", async () => {
  const made = await treated();
  const page = await (await download(made.patient, made.patientId, "readable")).text();
  expect(page).toContain("&lt;b&gt;头痛&lt;/b&gt; &amp; fever");
  expect(page).not.toContain("<b>");
  for (const words of ["once a day", "by mouth", "Delivered", "¥9.00", "May 1, 2020", "Downloaded everything", "李敏"])
    expect(page).toContain(words);
  for (const heading of ["Identity", "Health cards", "Consultations", "Consents", "Who looked"])
    expect(page).toContain(`<h2>${heading}`);
  expect(page).not.toMatch(/<script|src=|href=|undefined|\[object|privacy\.|terms\./);
});

test("R31: pictures come in an archive under the names that the other files give them", async () => {
  const made = await treated();
  const archive = Buffer.from(await (await download(made.patient, made.patientId, "pictures")).arrayBuffer());
  const name = `pictures/${made.fileId}.webp`;
  const length = archive.readUInt32LE(18);
  const picture = archive.subarray(30 + name.length, 30 + name.length + length);
  expect(archive.subarray(30, 30 + name.length).toString()).toBe(name);
  expect(archive.readUInt32LE(14)).toBe(crc32(picture));
  expect(await sharp(picture).metadata()).toMatchObject({ format: "webp", width: 40, height: 30 });
  const end = archive.subarray(-22);
  expect([end.readUInt32LE(0), end.readUInt16LE(10)]).toEqual([0x06054b50, 1]);
  const directory = archive.readUInt32LE(archive.length - 6);
  expect(archive.readUInt32LE(directory)).toBe(0x02014b50);
});

test("a person without anything is copied as well: every list is there and empty", async () => {
  const { account, patientId } = await applicant({ isLinked: false, hasConsented: false });
  const copy = await (await download(account, patientId, "json")).json();
  expect(copySections.slice(1).map((section) => copy[section].length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  const archive = await (await download(account, patientId, "pictures")).arrayBuffer();
  expect(archive.byteLength).toBe(22);
});

test("what was typed and not yet sent is copied, too, with its pictures", async () => {
  const { account, patientId } = await applicant();
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#333" } })
    .png()
    .toBuffer();
  const file = new Uint8Array(bytes);
  const { id: pictureId } = await uploadPicture({ actor: account, now: NOON }, { file });
  const { id: offeringId } = await db().offering.findFirstOrThrow({ select: { id: true } });
  await db().bookingDraft.create({
    data: {
      ...{ accountId: account.accountId, patientId, offeringId, updatedAt: NOON, pictureIds: [pictureId] },
      content: seal(JSON.stringify({ symptoms: "咳嗽两天", somethingNew: { since: "三天前" } })),
    },
  });
  const copy = await (await download(account, patientId, "json")).json();
  expect(copy.drafts).toMatchObject([{ content: { symptoms: "咳嗽两天" }, pictureIds: [pictureId] }]);
  const page = await (await download(account, patientId, "readable")).text();
  for (const words of ["咳嗽两天", "somethingNew", "三天前"]) expect(page).toContain(words);
  expect(await (await download(account, patientId, "pictures")).text()).toContain(`pictures/${pictureId}.webp`);
});

test("a long record is copied whole, in order, without a gap", async () => {
  const { account, patientId } = await applicant({ visits: [] });
  await db().recordEntry.createMany({
    data: Array.from({ length: 137 }, (_, index) => ({
      ...{ id: newId(), patientId, kind: "observation" as const, fhirId: `o-${index}`, display: "血压", detail: {} },
    })),
  });
  const copy = await (await download(account, patientId, "json")).json();
  expect(new Set(copy.record.map(({ fhirId }: { fhirId: string }) => fhirId)).size).toBe(137);
});

test("a fourth copy of one kind within the hour is refused, however many are asked for at once", async () => {
  const { account, patientId } = await applicant();
  const asked = await Promise.allSettled(Array.from({ length: 5 }, () => download(account, patientId, "json")));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  await expect(download(account, patientId, "json", 59)).rejects.toMatchObject({ code: "too_many_copies" });
  await download(account, patientId, "readable", 59);
  await download(account, patientId, "json", 61);
});

test("nobody copies a person whom the account does not act for", async () => {
  const { patientId } = await applicant();
  await expect(download(await person("patient"), patientId, "json")).rejects.toMatchObject({ code: "not_found" });
  for (const role of ["doctor", "pharmacist", "support", "auditor", "admin"] as const)
    await expect(download(await person(role), patientId, "json")).rejects.toMatchObject({ code: "forbidden" });
  expect(await db().auditEvent.count({ where: { action: "record.export", patientId } })).toBe(0);
});
