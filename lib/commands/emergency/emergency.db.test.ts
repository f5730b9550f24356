import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { digest } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { OpenEmergency, ReviewEmergency } from "@/lib/domain/emergency-input";
import { breakGlass } from "@/lib/flows/emergency/open";
import { emergencyRecord } from "@/lib/queries/doctor/emergency";
import { accessLog } from "@/lib/queries/patient/privacy";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { reviewEmergency } from "./review";

const REASON = "患者昏迷送急诊，过敏史不明。";

/** Somebody with a linked card, whose account is told; and a doctor who does not see him or her. */
async function somebody() {
  const [talk, other] = await Promise.all([consultation({ status: "finished" }), consultation()]);
  const cardNumber = `CH${randomBytes(6).toString("hex").toUpperCase()}`;
  const { patientId } = talk;
  await db().patientLink.create({ data: { accountId: talk.patient.accountId, patientId, relation: "self", slot: 1 } });
  await db().healthCard.create({
    data: {
      ...{ id: newId(), patientId, cardNumberSealed: "", cardNumberDigest: digest("card_number", cardNumber) },
      ...{ fhirPatientId: patientId, linkedAt: NOON },
    },
  });
  return { patient: talk.patient, patientId, doctor: other.doctor, cardNumber };
}

const open = (actor: Person, cardNumber: string, reason = REASON) =>
  breakGlass({ actor, now: NOON }, OpenEmergency.parse({ cardNumber, reason }));
const review = (actor: Person, accessId: string, verdict = "justified") =>
  transact(
    { actor, now: addMinutes(NOON, 90) },
    reviewEmergency,
    ReviewEmergency.parse({ accessId, verdict, note: "与急诊记录相符。" }),
  );

test("a doctor opens a record for an hour, with a reason; each look is written down, and the patient is told and sees why", async () => {
  const { patient, patientId, doctor, cardNumber } = await somebody();
  const { id } = await open(doctor, `${cardNumber.slice(0, 6)} ${cardNumber.slice(6).toLowerCase()}`);
  expect(await emergencyRecord(doctor, addMinutes(NOON, 59), id)).toMatchObject({
    reason: REASON,
    record: { labs: [] },
  });
  await expect(emergencyRecord(doctor, addMinutes(NOON, 60), id)).rejects.toMatchObject({ code: "not_found" });
  const audit = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } });
  expect(audit.map(({ action, actorId, patientId }) => ({ action, actorId, patientId }))).toEqual(
    ["record.break_glass", "record.emergency_view"].map((action) => ({ action, actorId: doctor.accountId, patientId })),
  );
  expect(await db().notice.count({ where: { accountId: patient.accountId, kind: "record_break_glass" } })).toBe(1);
  const { emergencies, entries } = await accessLog(patient, patientId, { othersOnly: true });
  expect(emergencies).toMatchObject([{ id, reason: REASON, verdict: null }]);
  expect(entries.map(({ action }) => action)).toContain("record.break_glass");
});

test("nobody else reads it, not even another doctor", async () => {
  const { patient, doctor, cardNumber } = await somebody();
  const { id } = await open(doctor, cardNumber);
  for (const stranger of [await person("doctor"), await person("admin"), patient])
    await expect(emergencyRecord(stranger, NOON, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(open(patient, cardNumber)).rejects.toMatchObject({ code: "forbidden" });
  await expect(open(await person("admin"), cardNumber)).rejects.toMatchObject({ code: "forbidden" });
});

test("a card that nobody linked, a reason that says nothing, and reading through the cards are refused, and nothing is written", async () => {
  const { doctor, cardNumber } = await somebody();
  const opened = () => db().emergencyAccess.count({ where: { doctorId: doctor.accountId } });
  await expect(open(doctor, "CH000000000000")).rejects.toMatchObject({
    code: "card_not_linked_here",
    fields: { cardNumber: "card_not_linked_here" },
  });
  expect(OpenEmergency.safeParse({ cardNumber, reason: "急" }).success).toBe(false);
  expect(await opened()).toBe(0);
  for (let tries = 1; tries < 10; tries += 1) await open(doctor, `CH00000000000${tries}`).catch(() => {});
  await expect(open(doctor, cardNumber)).rejects.toMatchObject({ code: "too_many" });
  expect(await opened()).toBe(0);
});

test("an admin reviews it once; the doctor is told and the patient sees the verdict", async () => {
  const { patient, patientId, doctor, cardNumber } = await somebody();
  const { id } = await open(doctor, cardNumber);
  const admins = [await person("admin"), await person("admin")] as const;
  await expect(review(doctor, id)).rejects.toMatchObject({ code: "forbidden" });
  await review(admins[0], id, "unjustified");
  await expect(review(admins[1], id)).rejects.toMatchObject({ code: "conflict" });
  expect(await db().notice.count({ where: { accountId: doctor.accountId, kind: "emergency_unjustified" } })).toBe(1);
  expect((await accessLog(patient, patientId, { othersOnly: true })).emergencies).toMatchObject([
    { verdict: "unjustified" },
  ]);
});

test("the database itself lets no hour be longer, and nothing that was opened be rewritten", async () => {
  const { patientId, doctor, cardNumber } = await somebody();
  const { id } = await open(doctor, cardNumber);
  await expect(
    db().emergencyAccess.create({
      data: {
        ...{ patientId, doctorId: doctor.accountId, reason: REASON, openedAt: NOON },
        expiresAt: addMinutes(NOON, 61),
      },
    }),
  ).rejects.toThrow("EmergencyAccess_hour_check");
  await expect(db().emergencyAccess.update({ where: { id }, data: { reason: "别的理由" } })).rejects.toThrow("denied");
  await expect(db().emergencyAccess.delete({ where: { id } })).rejects.toThrow("denied");
});
