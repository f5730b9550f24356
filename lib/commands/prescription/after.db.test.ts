import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { REVIEW_MINUTES } from "@/lib/domain/prescription";
import { openCalendar } from "@/lib/flows/medicine/calendar";
import { medicinesOf } from "@/lib/queries/patient/medicines";
import { NOON, person } from "@/lib/testing/consultation";
import { content, prescribed } from "@/lib/testing/prescribing";
import { escalatePrescription } from "./escalate";
import { remindOfRenewal } from "./remind";
import { voidPrescription } from "./void";

type Made = Awaited<ReturnType<typeof prescribed>>;
const system = systemActor("deadlines");
const noticesOf = (accountId: string, kind: string) => db().notice.count({ where: { accountId, kind } });

describe("a review that nobody finishes (R21)", () => {
  const escalate = ({ prescriptionId }: Made, minutes: number) =>
    transact({ actor: system, now: addMinutes(NOON, minutes) }, escalatePrescription, { id: prescriptionId });
  test("is brought before the head pharmacist once, and stays in review", async () => {
    const [made, head] = [await prescribed(), await person("head_pharmacist")];
    await expect(escalate(made, REVIEW_MINUTES - 1)).rejects.toMatchObject({ code: "conflict" });
    await escalate(made, REVIEW_MINUTES);
    await expect(escalate(made, 10 * REVIEW_MINUTES)).rejects.toMatchObject({ code: "conflict" });
    expect(await noticesOf(head.accountId, "review_overdue")).toBe(1);
    expect(await db().prescription.findUnique({ where: { id: made.prescriptionId } })).toMatchObject({
      ...{ status: "in_review", approvedAt: null, escalatedAt: addMinutes(NOON, REVIEW_MINUTES) },
    });
  });
});

/** As if the pharmacy had sealed it and the patient had it in hand. */
async function received(made: Made, at: Date, renewalDueAt: Date | null = null): Promise<void> {
  await db().prescription.update({
    where: { id: made.prescriptionId },
    data: { status: "dispensed", closedAt: at, approvedAt: at, renewalDueAt },
  });
  const { accountId } = made.patient;
  await db().patientLink.create({ data: { accountId, patientId: made.patientId, relation: "self", slot: 1 } });
  await db().order.create({
    data: {
      ...{ number: `OD${made.prescriptionId}`, prescriptionId: made.prescriptionId, accountId: made.patient.accountId },
      ...{ patientId: made.patientId, status: "collected", fulfilment: "pickup", medicineFen: 1, deliveryFen: 0 },
      ...{ createdAt: at, paidAt: at, completedAt: at },
    },
  });
}

describe("what a patient takes", () => {
  test("stands from the day of receipt, with today's doses, for whoever manages that person and nobody else", async () => {
    const items = (await content()).items.map((item) => ({ ...item, frequency: "bid" as const }));
    const made = await prescribed({ items });
    await received(made, NOON);
    const [first] = await medicinesOf(made.patient, NOON);
    expect(first?.doses.map(({ hour }) => hour)).toEqual([8, 20]);
    expect(first?.running).toMatchObject([{ startsOn: "2026-11-23", endsOn: "2026-11-29", dose: 1 }]);
    expect(first?.running[0]?.medicine.purposeZh).not.toBe("");
    expect((await medicinesOf(made.patient, addDays(NOON, 7)))[0]?.running).toEqual([]);
    expect(await medicinesOf(await person("patient"), NOON)).toEqual([]);
  });

  test("goes into a calendar, dose by dose, until it ends", async () => {
    const made = await prescribed();
    const open = (actor = made.patient) => openCalendar({ actor, now: NOON }, { patientId: made.patientId });
    await expect(open()).rejects.toMatchObject({ code: "not_found" });
    await received(made, NOON);
    const text = await (await open()).text();
    expect(text).toContain("BEGIN:VCALENDAR");
    expect(text).toContain("DTSTART:20261123T000000Z");
    expect(text).toContain("FREQ=DAILY");
    expect(text).toContain("BEGIN:VALARM");
    await expect(open(await person("patient"))).rejects.toMatchObject({ code: "not_found" });
  });

  test("is renewed in time: the patient is told once", async () => {
    const made = await prescribed();
    const due = addDays(NOON, 23);
    await received(made, NOON, due);
    const remind = (now: Date) => transact({ actor: system, now }, remindOfRenewal, { id: made.prescriptionId });
    await expect(remind(addMinutes(due, -1))).rejects.toMatchObject({ code: "conflict" });
    await remind(due);
    await expect(remind(due)).rejects.toMatchObject({ code: "conflict" });
    expect(await noticesOf(made.patient.accountId, "renewal_due")).toBe(1);
  });
});

describe("a patient who does not want the medicine", () => {
  const takeBack = (made: Made, actor = made.patient) =>
    transact({ actor, now: NOON }, voidPrescription, { prescriptionId: made.prescriptionId, reason: "暂时不需要" });
  test("takes the prescription back, and the doctor is told", async () => {
    const made = await prescribed();
    await takeBack(made);
    expect(await db().prescription.findUnique({ where: { id: made.prescriptionId } })).toMatchObject({
      ...{ status: "voided", closeReason: "暂时不需要" },
    });
    expect(await noticesOf(made.doctor.accountId, "prescription_voided")).toBe(1);
    expect(await noticesOf(made.patient.accountId, "prescription_voided")).toBe(0);
  });
  test("cannot once it is dispensed, nor another's", async () => {
    const made = await prescribed();
    await expect(takeBack(made, await person("patient"))).rejects.toMatchObject({ code: "not_found" });
    await db().prescription.update({ where: { id: made.prescriptionId }, data: { status: "dispensed" } });
    await expect(takeBack(made)).rejects.toMatchObject({ code: "conflict" });
  });
});
