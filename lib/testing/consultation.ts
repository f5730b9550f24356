import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";
import { everyDay } from "@/lib/db/every-day";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { digest, seal } from "@/lib/db/seal";
import type { Person, Role } from "@/lib/domain/actor";
import { addDays, addMinutes, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { ConsultationStatus } from "@/lib/domain/consultation";
import { agreed } from "./consent";
import { keyed } from "./keyed";
import { NOON } from "./noon";

export { NOON };

/** A signed-in person with an account of his or her own; a pharmacist has a signing key. */
export async function person(role: Role): Promise<Person> {
  const accountId = newId();
  const name = `${role}-${randomBytes(8).toString("hex")}`;
  await db().account.create({ data: { id: accountId, role, displayName: name, loginDigest: digest("login", name) } });
  const made: Person = {
    ...{ role, accountId, sessionId: newId(), name, locale: "zh-CN", stepUpAt: NOON, licensedUntil: null },
    actingFor: null,
    unread: 0,
  };
  return role === "pharmacist" || role === "head_pharmacist" ? keyed(made) : made;
}

async function doctorOf(department: { id: string }): Promise<Person> {
  const doctor = await person("doctor");
  await db().doctor.create({
    data: {
      id: doctor.accountId,
      departmentId: department.id,
      staffNo: doctor.name,
      title: "attending_physician",
      certificateNo: "TEST-000000",
      practisingSince: new Date("2010-07-01T00:00:00.000Z"),
      ...{ nameZh: "测试医生", nameEn: "Test Doctor", pinyin: "ceshiyisheng", scopeZh: "儿科", scopeEn: "Paediatrics" },
      ...{ specialtiesZh: "", specialtiesEn: "", introZh: "", introEn: "" },
    },
  });
  await confirmed(doctor);
  return doctor;
}

/** R5: the doctor has confirmed who he or she is, on the fixtures' day and on those around it. */
export async function confirmed(doctor: Person): Promise<void> {
  const days = Array.from({ length: 41 }, (_, index) => dateColumn(shanghaiDay(addDays(NOON, index - 20))));
  await db().identityConfirmation.createMany({
    data: days.map((day) => ({ accountId: doctor.accountId, day, method: "code" as const, confirmedAt: NOON })),
  });
}

const departmentData = () => ({
  id: newId(),
  code: `T-${randomBytes(6).toString("hex")}`,
  ...{ nameZh: "测试科", nameEn: "Test Department", introZh: "", introEn: "", position: 99 },
  ...{ commonConditions: [], hardConditions: [], redFlagIds: [] },
});

const patientData = () => {
  const idNumber = randomBytes(9).toString("hex").toUpperCase();
  return {
    id: newId(),
    name: "测试患者",
    idDocument: "resident_id" as const,
    idNumberSealed: seal(idNumber),
    idNumberDigest: digest("id_number", idNumber),
    sex: "female" as const,
    birthDate: new Date("2020-05-01T00:00:00.000Z"),
  };
};

export interface Talk {
  readonly id: string;
  readonly patientId: string;
  readonly patient: Person;
  readonly doctor: Person;
}

/** A consultation between a patient's account and a doctor of its own, in the state asked for (in progress, unless said). */
export async function consultation(
  wanted: { status?: ConsultationStatus; turnLimit?: number; lengthMinutes?: number } = {},
): Promise<Talk> {
  const { status = "in_progress", turnLimit = 60, lengthMinutes = 2880 } = wanted;
  const department = await db().department.create({ data: departmentData() });
  const [patient, doctor] = await Promise.all([person("patient"), doctorOf(department)]);
  const { id: patientId } = await db().patient.create({ data: patientData() });
  await agreed(patient.accountId, patientId, { isByGuardian: true });
  const offering = await db().offering.create({
    data: {
      id: newId(),
      doctorId: doctor.accountId,
      service: "consultation",
      channel: "text",
      feeFen: 3000,
      lengthMinutes,
      turnLimit,
    },
  });
  await db().weeklySession.createMany({ data: everyDay(offering.id, 5) });
  const id = newId();
  const isPaid = status !== "awaiting_payment" && status !== "lapsed";
  const isAccepted = status === "in_progress" || status === "finished";
  await db().consultation.create({
    data: {
      ...{
        id,
        number: await humanNumber(db(), "C", NOON),
        accountId: patient.accountId,
        patientId,
        doctorId: doctor.accountId,
      },
      ...{ departmentId: department.id, offeringId: offering.id, service: "consultation", channel: "text", status },
      ...{
        feeFen: 3000,
        symptoms: "发热两天，伴咳嗽，夜间加重。",
        placeDay: NOON,
        consentSha256: "0".repeat(64),
        turnLimit,
      },
      createdAt: NOON,
      paidAt: isPaid ? NOON : null,
      acceptedAt: isAccepted ? NOON : null,
      dueAt: addMinutes(NOON, 720),
    },
  });
  return { id, patientId, patient, doctor };
}

/** A picture that somebody uploaded and has not sent yet. */
export async function upload(owner: Person): Promise<string> {
  const id = newId();
  await db().file.create({
    data: {
      ...{ id, ownerId: owner.accountId, storageKey: `pictures/${id}`, mediaType: "image/webp" },
      ...{ bytes: 1000, width: 640, height: 480, createdAt: NOON },
    },
  });
  return id;
}
