import { v7 } from "uuid";
import { ask } from "./database";

export interface Arranged {
  readonly id: string;
  readonly number: string;
}

interface Wanted {
  readonly accountId: string;
  readonly patientId: string;
  /** A staff number of the seed. */
  readonly doctor: string;
  readonly symptoms?: string;
  readonly channel?: "text" | "voice" | "video";
}

/** A paid consultation that waits for its doctor, put straight into the database: for tests that are about something else. */
export async function arrangeTalk(wanted: Wanted): Promise<Arranged> {
  const { accountId, patientId, doctor, symptoms = "头痛三天，夜间明显，没有发热。", channel = "text" } = wanted;
  const id = v7();
  const number = `C${id.replaceAll("-", "").slice(-14).toUpperCase()}`;
  const made = await ask<{ id: string }>(
    `INSERT INTO "Consultation" ("id", "number", "accountId", "patientId", "doctorId", "departmentId", "offeringId", "service", "channel",
       "status", "feeFen", "symptoms", "placeDay", "consentSha256", "createdAt", "dueAt", "paidAt", "turnLimit")
     SELECT $1::uuid, $2, $3::uuid, $4::uuid, d."id", d."departmentId", o."id", o."service", o."channel",
       'waiting', o."feeFen", $6, current_date, repeat('0', 64), now(), now() + interval '6 hours', now(), o."turnLimit"
     FROM "Doctor" d JOIN "Offering" o ON o."doctorId" = d."id" AND o."service" = 'consultation' AND o."channel" = $7::"Channel" WHERE d."staffNo" = $5
     LIMIT 1 RETURNING "id"`,
    [id, number, accountId, patientId, doctor, symptoms, channel],
  );
  if (made.length === 0) throw new Error(`${doctor} offers no consultation`);
  return { id, number };
}

/** Ends it as the doctor would, with a word said. */
export async function endTalk({ id }: Arranged, said: string): Promise<void> {
  await ask(
    `INSERT INTO "Message" ("id", "consultationId", "seq", "kind", "senderId", "senderRole", "clientId", "body", "createdAt")
     SELECT $2::uuid, "id", 1, 'text', "doctorId", 'doctor', $3::uuid, $4, now() FROM "Consultation" WHERE "id" = $1`,
    [id, v7(), v7(), said],
  );
  await ask(
    `UPDATE "Consultation" SET "status" = 'finished', "acceptedAt" = now(), "closedAt" = now(), "dueAt" = NULL, "lastSeq" = 1,
       "lastMessageAt" = now() WHERE "id" = $1`,
    [id],
  );
}

/**
 * Conversations that go on, each of another person without a face, between one account and a doctor; nobody has written yet
 * and nobody runs out of turns. Returns their ids.
 */
export async function openTalks(count: number, accountId: string, doctor: string): Promise<string[]> {
  const people = await ask<{ id: string }>(
    `INSERT INTO "Patient" ("id", "name", "idDocument", "idNumberSealed", "idNumberDigest", "sex", "birthDate")
     SELECT uuidv7(), '测试', 'passport', '', gen_random_uuid()::text, 'female', '1990-01-01' FROM generate_series(1, $1::int)
     RETURNING "id"`,
    [count],
  );
  const talks: string[] = [];
  for (const { id: patientId } of people) talks.push((await arrangeTalk({ accountId, patientId, doctor })).id);
  await ask(
    `UPDATE "Consultation" SET "status" = 'in_progress', "acceptedAt" = now(), "turnLimit" = 1000000 WHERE "id" = ANY($1::uuid[])`,
    [talks],
  );
  return talks;
}

/** Takes them off the doctor's desk. */
export const closeTalks = (talks: readonly string[]) =>
  ask(
    `UPDATE "Consultation" SET "status" = 'finished', "closedAt" = now(), "dueAt" = NULL WHERE "id" = ANY($1::uuid[])`,
    [talks],
  );

interface FollowUp {
  readonly accountId: string;
  /** A staff number of the seed. */
  readonly doctor: string;
  readonly name: string;
  readonly birthDay: string;
  /** What the record says besides: display and the code it was mapped to. */
  readonly record?: readonly {
    readonly kind: "condition" | "allergy" | "medication";
    readonly display: string;
    readonly code: string;
  }[];
}

/** A follow-up that goes on, of somebody with a record but without a face. Returns its id and the patient's. */
export async function arrangeFollowUp(wanted: FollowUp): Promise<{ id: string; patientId: string }> {
  const { accountId, doctor, name, birthDay, record = [] } = wanted;
  const [person] = await ask<{ id: string }>(
    `INSERT INTO "Patient" ("id", "name", "idDocument", "idNumberSealed", "idNumberDigest", "sex", "birthDate", "recordFetchedAt")
     VALUES (uuidv7(), $1, 'passport', '', gen_random_uuid()::text, 'female', $2::date, now()) RETURNING "id"`,
    [name, birthDay],
  );
  const patientId = person?.id ?? "";
  for (const [index, { kind, display, code }] of record.entries())
    await ask(
      `INSERT INTO "RecordEntry" ("id", "patientId", "kind", "fhirId", "display", "mappedCode", "detail")
       VALUES (uuidv7(), $1::uuid, $2::"RecordKind", $3, $4, $5, '{}')`,
      [patientId, kind, `e2e-${index}`, display, code],
    );
  const id = v7();
  await ask(
    `INSERT INTO "Consultation" ("id", "number", "accountId", "patientId", "doctorId", "departmentId", "offeringId", "service", "channel",
       "status", "feeFen", "symptoms", "visitFhirId", "visitAt", "visitDiagnosis", "placeDay", "consentSha256", "createdAt", "acceptedAt",
       "paidAt", "turnLimit")
     SELECT $1::uuid, $2, $3::uuid, $4::uuid, d."id", d."departmentId", o."id", o."service", o."channel", 'in_progress', o."feeFen",
       '长期用药，来复诊。', 'visit-1', now(), 'I10', current_date, repeat('0', 64), now(), now(), now(), 1000
     FROM "Doctor" d JOIN "Offering" o ON o."doctorId" = d."id" AND o."service" = 'follow_up' AND o."channel" = 'text'
     WHERE d."staffNo" = $5 LIMIT 1`,
    [id, `F${id.replaceAll("-", "").slice(-14).toUpperCase()}`, accountId, patientId, doctor],
  );
  return { id, patientId };
}
