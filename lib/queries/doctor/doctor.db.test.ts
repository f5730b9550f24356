import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readMessages } from "@/lib/commands/message/read";
import { sendMessage } from "@/lib/commands/message/send";
import { db } from "@/lib/db/client";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { NOON } from "@/lib/testing/consultation";
import { followUp, prescribed, returned, seededMedicine } from "@/lib/testing/prescribing";
import { checkLines } from "./check-lines";
import { consultationDesk } from "./consultation-desk";
import { formulary } from "./formulary";
import { prescribingDesk, revisionDesk } from "./prescribing-desk";
import { doctorsPrescription } from "./prescription";
import { doctorQueue } from "./queue";

const elsewhere = "not-an-id";
const looks = (action: string, subjectId: string) => db().auditEvent.count({ where: { action, subjectId } });

describe("the queue", () => {
  test("shows what waits for this doctor, what is unread, what came back and what has just ended", async () => {
    const talk = await followUp();
    await db().consultation.update({ where: { id: talk.id }, data: { lastSeq: 5, symptoms: "头晕\n第二行" } });
    await db().readMark.create({
      data: { consultationId: talk.id, accountId: talk.doctor.accountId, seq: 3, at: NOON },
    });
    await returned();
    const queue = await doctorQueue(talk.doctor, NOON);
    expect(queue.inProgress).toMatchObject([{ id: talk.id, unread: 2, symptoms: "头晕" }]);
    expect(queue).toMatchObject({ waiting: [], returned: [], closed: [] });
  });

  test("what was read is not answered: the patient's last words wait until the doctor speaks", async () => {
    const talk = await followUp();
    const say = (actor: typeof talk.patient, minutes: number) =>
      sendMessage(
        { actor, now: addMinutes(NOON, minutes) },
        { kind: "text", id: talk.id, clientId: randomUUID(), body: "还是头晕" },
      );
    const { seq } = await say(talk.patient, 1);
    await readMessages({ actor: talk.doctor, now: NOON }, { id: talk.id, seq });
    const asked = await doctorQueue(talk.doctor, NOON);
    expect(asked.inProgress).toMatchObject([{ unread: 0, unansweredSince: addMinutes(NOON, 1) }]);
    await say(talk.doctor, 2);
    expect((await doctorQueue(talk.doctor, NOON)).inProgress).toMatchObject([{ unansweredSince: null }]);
  });

  test("puts the nearest deadline first", async () => {
    const first = await followUp({ status: "waiting" });
    const second = await followUp({ status: "waiting" });
    await db().consultation.update({
      where: { id: second.id },
      data: { doctorId: first.doctor.accountId, dueAt: addMinutes(NOON, 5) },
    });
    const { waiting } = await doctorQueue(first.doctor, NOON);
    expect(waiting.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test("names the pharmacist's reason of a returned prescription, and forgets what ended long ago", async () => {
    const made = await returned();
    await db().consultation.update({ where: { id: made.id }, data: { status: "finished", closedAt: NOON } });
    const queue = await doctorQueue(made.doctor, addDays(NOON, 1));
    expect(queue.returned).toMatchObject([{ id: made.prescriptionId, patientName: "测试患者" }]);
    expect(queue.closed).toMatchObject([{ id: made.id }]);
    expect((await doctorQueue(made.doctor, addDays(NOON, 3))).closed).toEqual([]);
  });
});

describe("the desk", () => {
  const record = [
    { kind: "allergy" as const, display: "青霉素过敏" },
    { kind: "medication" as const, display: "华法林钠片", mappedCode: "B01AA03" },
  ];
  test("shows the record while the consultation is open, and no longer", async () => {
    const talk = await followUp({ record });
    const open = await consultationDesk(talk.doctor, NOON, talk.id);
    expect(open.record).toMatchObject({ allergies: [{ display: "青霉素过敏" }], running: [{ display: "华法林钠片" }] });
    expect(open.queue.map(({ id }) => id)).toEqual([talk.id]);
    await db().consultation.update({ where: { id: talk.id }, data: { status: "finished", closedAt: NOON } });
    expect(await consultationDesk(talk.doctor, NOON, talk.id)).toMatchObject({ record: null, queue: [] });
  });

  test("opens one part of the record at a time, allergies with each, and what came before online", async () => {
    const made = await prescribed({}, { record });
    const before = await followUp();
    await db().consultation.update({
      where: { id: before.id },
      data: { patientId: made.patientId, status: "finished", closedAt: NOON, closeAdvice: "三个月后复查。" },
    });
    const allergies = [{ display: "青霉素过敏" }];
    expect((await consultationDesk(made.doctor, NOON, made.id, "results")).record).toMatchObject({
      allergies,
      running: [],
    });
    const desk = await consultationDesk(made.doctor, NOON, made.id, "earlier");
    expect(desk).toMatchObject({
      ...{ record: { allergies, running: [] }, earlier: [{ id: made.prescriptionId }] },
      consultations: [{ id: before.id, closeAdvice: "三个月后复查。" }],
    });
    expect(await consultationDesk(made.doctor, NOON, made.id)).toMatchObject({ earlier: [], consultations: [] });
    await db().consultation.update({ where: { id: made.id }, data: { status: "finished", closedAt: NOON } });
    expect((await consultationDesk(made.doctor, NOON, made.id, "earlier")).consultations).toEqual([]);
  });

  test("of the pad shows what is free on the shelf, offers the last prescription again, and writes the look down", async () => {
    const made = await prescribed({}, { record });
    await db().prescription.update({ where: { id: made.prescriptionId }, data: { status: "dispensed" } });
    const desk = await prescribingDesk(made.doctor, NOON, made.id);
    expect(desk.last?.content.items).toMatchObject([{ dose: 1, frequency: "qd", days: 7 }]);
    expect(desk.patient.needsGuardian).toBe(false);
    expect(await looks("record.view", made.id)).toBe(1);
  });

  test("of a returned prescription opens with what was signed", async () => {
    const made = await returned({ advice: "按时服药。" });
    expect(await revisionDesk(made.doctor, NOON, made.prescriptionId)).toMatchObject({
      ...{ content: { advice: "按时服药。", diagnosisCodes: ["I10"] }, prescription: { version: 1 }, review: null },
    });
    await db().prescription.update({ where: { id: made.prescriptionId }, data: { status: "in_review" } });
    await expect(revisionDesk(made.doctor, NOON, made.prescriptionId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("expired and promised packs are not offered (R25)", async () => {
    const { id } = await seededMedicine("M001");
    const free = async () => (await formulary(NOON)).medicines.find((medicine) => medicine.id === id)?.freePacks ?? 0;
    const before = await free();
    const batch = { medicineId: id, quantity: 10 };
    await db().stockBatch.create({ data: { ...batch, number: "T-EXPIRED", expiresOn: new Date("2026-11-23") } });
    await db().stockBatch.create({
      data: { ...batch, number: "T-GOOD", expiresOn: new Date("2027-11-23"), reserved: 4 },
    });
    expect(await free()).toBe(before + 6);
  });
});

test("a prescription shows its newest version, and the look at it is written down", async () => {
  const made = await prescribed({ advice: "两周后复查。" });
  expect(await doctorsPrescription(made.doctor, NOON, made.prescriptionId)).toMatchObject({
    ...{ status: "in_review", isPaid: false, newest: { number: 1, advice: "两周后复查。", findings: [] } },
  });
  expect(await looks("prescription.view", made.prescriptionId)).toBe(1);
});

const asked = { validDays: 1, diagnosisCodes: [], states: [], weightKg: null };

test("lines that are not signed yet are checked against the record", async () => {
  const talk = await followUp({ record: [{ kind: "allergy", display: "青霉素过敏" }] });
  const { id: medicineId } = await seededMedicine("M031");
  const items = [
    { medicineId, dose: 1, frequency: "tid" as const, route: "oral" as const, timing: "" as const, days: 7, note: "" },
  ];
  const { findings } = await checkLines({ actor: talk.doctor, now: NOON }, { ...asked, id: talk.id, items });
  expect(findings[0]).toMatchObject({ code: "allergy", severity: "stop", medicineIds: [medicineId] });
});

test.each([
  ["desk", (actor, made) => consultationDesk(actor, NOON, made.id)],
  ["pad", (actor, made) => prescribingDesk(actor, NOON, made.id)],
  ["returned prescription", (actor, made) => revisionDesk(actor, NOON, made.prescriptionId)],
  ["prescription", (actor, made) => doctorsPrescription(actor, NOON, made.prescriptionId)],
  ["checks", (actor, made) => checkLines({ actor, now: NOON }, { ...asked, id: made.id, items: [] })],
] as const satisfies readonly [
  string,
  (
    actor: Awaited<ReturnType<typeof followUp>>["doctor"],
    made: { id: string; prescriptionId: string },
  ) => Promise<unknown>,
][])("another doctor's %s is not there", async (_, ask) => {
  const made = await returned();
  const { doctor } = await followUp();
  await expect(ask(doctor, made)).rejects.toMatchObject({ code: "not_found" });
  await ask(made.doctor, made);
});

test.each([
  ["desk", () => followUp().then(({ doctor }) => consultationDesk(doctor, NOON, elsewhere))],
  ["pad", () => followUp().then(({ doctor }) => prescribingDesk(doctor, NOON, elsewhere))],
  ["prescription", () => followUp().then(({ doctor }) => doctorsPrescription(doctor, NOON, elsewhere))],
])("a %s with an address that is none is not there", async (_, ask) => {
  await expect(ask()).rejects.toMatchObject({ code: "not_found" });
});
