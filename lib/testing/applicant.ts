import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { db } from "@/lib/db/client";
import { everyDay } from "@/lib/db/every-day";
import { newId } from "@/lib/db/id";
import { digest, seal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { residentIdCheck } from "@/lib/domain/resident-id";
import { agreed, textsInForce } from "./consent";
import { NOON, person } from "./consultation";

/** A valid resident ID that no other test has. */
export function residentId(birthDay = "1990-05-01"): string {
  const serial = String(randomInt(1000)).padStart(3, "0");
  const digits = `${randomInt(110_000, 659_000)}${birthDay.replaceAll("-", "")}${serial}`;
  return digits + residentIdCheck(digits);
}

export interface Applicant {
  readonly account: Person;
  readonly patientId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly cardNumber: string;
  readonly fhirPatientId: string;
}

interface Wanted {
  /** Days ago of each visit on record. */
  readonly visits?: readonly number[];
  readonly diagnosis?: string;
  readonly isLinked?: boolean;
  readonly fetchedAt?: Date;
  /** Has agreed to the use of health data and to delivery; yes unless said. */
  readonly hasConsented?: boolean;
}

/** An account with one person, whose card is linked and whose record holds visits for a diagnosis (I10, three days ago). */
export async function applicant(wanted: Wanted = {}): Promise<Applicant> {
  const { visits = [3], diagnosis = "I10", isLinked = true, fetchedAt = NOON, hasConsented = true } = wanted;
  const account = await person("patient");
  const idNumber = residentId();
  const cardNumber = `CH${randomBytes(6).toString("hex").toUpperCase()}`;
  const patientId = newId();
  const fhirPatientId = `his-${patientId}`;
  await db().patient.create({
    data: {
      ...{ id: patientId, name: "王小明", idDocument: "resident_id", idNumberSealed: seal(idNumber) },
      ...{
        idNumberDigest: digest("id_number", idNumber),
        sex: "female",
        birthDate: new Date("1990-05-01T00:00:00.000Z"),
      },
      recordFetchedAt: isLinked ? fetchedAt : null,
    },
  });
  await db().patientLink.create({ data: { accountId: account.accountId, patientId, relation: "self", slot: 1 } });
  if (hasConsented) await agreed(account.accountId, patientId, { kinds: ["health_data", "third_party_delivery"] });
  if (isLinked) {
    const cardNumberDigest = digest("card_number", cardNumber);
    const card = { patientId, cardNumberSealed: seal(cardNumber), cardNumberDigest, fhirPatientId, linkedAt: NOON };
    await db().healthCard.create({ data: card });
    await db().recordEntry.createMany({ data: visits.map((days) => visitRow(patientId, days, diagnosis)) });
  }
  return { account, patientId, name: "王小明", idNumber, cardNumber, fhirPatientId };
}

const visitRow = (patientId: string, days: number, code: string) => ({
  ...{
    patientId,
    kind: "encounter" as const,
    fhirId: `visit-${days}`,
    occurredAt: addDays(NOON, -days),
    display: "门诊",
  },
  detail: { class: "AMB", endAt: null, department: null, reasons: [{ code, display: code }], conditionIds: [] },
});

export interface Offer {
  readonly offeringId: string;
  readonly doctor: Person;
  readonly departmentId: string;
  readonly consentTextId: string;
  readonly consentSha256: string;
}

/** A doctor's offering with so many places a day, in a department that treats I10 and asks about chest pain. */
export async function offer(
  wanted: { service?: "consultation" | "follow_up"; places?: number; feeFen?: number; isAccepting?: boolean } = {},
): Promise<Offer> {
  const { service = "follow_up", places = 3, feeFen = 3000, isAccepting = true } = wanted;
  const departmentId = newId();
  await db().department.create({
    data: {
      ...{
        id: departmentId,
        code: `T-${departmentId}`,
        nameZh: "测试科",
        nameEn: "Test",
        introZh: "",
        introEn: "",
        position: 99,
      },
      ...{ commonConditions: ["I10"], hardConditions: ["I21"], redFlagIds: ["chest_pain"] },
    },
  });
  const doctor = await person("doctor");
  await db().doctor.create({
    data: {
      ...{ id: doctor.accountId, departmentId, staffNo: doctor.name, title: "attending_physician", isAccepting },
      ...{
        nameZh: "测试医生",
        nameEn: "Test Doctor",
        pinyin: "ceshi",
        certificateNo: "TEST-000000",
        practisingSince: new Date("2010-07-01T00:00:00.000Z"),
      },
      ...{ scopeZh: "", scopeEn: "", specialtiesZh: "", specialtiesEn: "", introZh: "", introEn: "" },
    },
  });
  const offering = {
    id: newId(),
    doctorId: doctor.accountId,
    service,
    channel: "text" as const,
    feeFen,
  };
  await db().offering.create({ data: offering });
  await db().weeklySession.createMany({ data: everyDay(offering.id, places) });
  const consent = (await textsInForce()).find(({ kind }) => kind === "informed_consent");
  if (!consent) throw new Error("the seed has no informed consent");
  return { offeringId: offering.id, doctor, departmentId, consentTextId: consent.id, consentSha256: consent.sha256 };
}
