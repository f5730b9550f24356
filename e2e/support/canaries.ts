import { randomInt } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { v7 } from "uuid";
import { ask } from "./database";
import { actionDoors } from "./endpoints";
import { newPatient, stranger } from "./patient";
import { arrangeTalk } from "./talk";

const SIGNS = "零一二三四五六七八九";

/** Text that stands nowhere else: whoever reads it has read this patient's data. */
const canary = (kind: string): string => `${kind}雀${Array.from({ length: 6 }, () => SIGNS[randomInt(10)]).join("")}`;

export interface Planted {
  readonly accountId: string;
  readonly patientId: string;
  /** By what they stand for: name, symptoms, message … */
  readonly canaries: Readonly<Record<string, string>>;
  /** One id of each table that holds something of this patient, by the table. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Calls one of the application's actions as its forms do; what it answers. */
export async function callAction(api: APIRequestContext, name: RegExp, input: unknown): Promise<string> {
  const door = actionDoors().find((one) => name.test(one.name));
  if (!door) throw new Error(`no action is called ${name}`);
  const answer = await api.post(door.address, {
    data: JSON.stringify([input]),
    headers: { "content-type": "text/plain;charset=UTF-8", "next-action": door.id },
  });
  return answer.text();
}

/** A patient with a thing of every kind, each with a canary in it. `as` opens an API context for the account. */
export async function plant(as: (accountId: string) => Promise<APIRequestContext>): Promise<Planted> {
  const accountId = await newPatient();
  const api = await as(accountId);
  const name = canary("姓");
  const { idNumber } = stranger(name);
  const added = await callAction(api, /people\/add\/actions\.ts addPatient$/, {
    ...{ name, relation: "self", idDocument: "resident_id", idNumber },
  });
  const [link] = await ask<{ patientId: string }>('SELECT "patientId" FROM "PatientLink" WHERE "accountId" = $1', [
    accountId,
  ]);
  if (!link) throw new Error(`nobody was added: ${added}`);
  const { patientId } = link;
  const canaries = {
    ...{ name, idNumber, symptoms: canary("症状"), message: canary("消息"), advice: canary("医嘱") },
    ...{ address: canary("地址"), request: canary("申请"), record: canary("病历"), reason: canary("原因") },
  };
  const talk = await arrangeTalk({ accountId, patientId, doctor: "D001", symptoms: canaries.symptoms.repeat(2) });
  const [order, script, version, request] = [v7(), v7(), v7(), v7()];
  const sql = (text: string, ...values: unknown[]) => ask(text, values);
  await sql(
    `UPDATE "Consultation" SET "status" = 'in_progress', "acceptedAt" = now(), "lastSeq" = 1 WHERE "id" = $1`,
    talk.id,
  );
  await sql(
    `INSERT INTO "Message" ("id", "consultationId", "seq", "kind", "senderId", "senderRole", "clientId", "body", "createdAt")
     VALUES ($1, $2, 1, 'text', $3, 'patient', $4, $5, now())`,
    ...[v7(), talk.id, accountId, v7(), canaries.message],
  );
  await sql(
    `INSERT INTO "File" ("id", "ownerId", "consultationId", "storageKey", "mediaType", "bytes", "createdAt")
     VALUES ($1::uuid, $2, $3, 'pictures/' || ($1::uuid)::text, 'image/webp', 1, now())`,
    ...[v7(), accountId, talk.id],
  );
  await sql(
    `INSERT INTO "Prescription" ("id", "number", "consultationId", "patientId", "accountId", "doctorId", "status", "createdAt", "approvedAt", "validUntil")
     SELECT $1::uuid, 'RX' || ($1::uuid)::text, "id", "patientId", "accountId", "doctorId", 'approved', now(), now(), now() + interval '1 day' FROM "Consultation" WHERE "id" = $2`,
    ...[script, talk.id],
  );
  await sql(
    `INSERT INTO "PrescriptionVersion" ("id", "prescriptionId", "number", "prescriberId", "diagnosisCodes", "diagnosisText", "advice", "findings", "isScreened", "contentSha256", "signedAt")
     SELECT $1::uuid, "id", 1, "doctorId", '{I10}', '高血压', $3, '[]', true, repeat('0', 64), now() FROM "Prescription" WHERE "id" = $2`,
    ...[version, script, canaries.advice],
  );
  await sql(
    `INSERT INTO "PrescriptionItem" ("id", "versionId", "position", "medicineId", "dose", "doseUnit", "frequency", "route", "days", "packs", "unitPriceFen", "note")
     SELECT $1::uuid, $2::uuid, 1, "id", 1, 'tablet', 'qd', 'oral', 7, 1, 900, '' FROM "Medicine" ORDER BY "code" LIMIT 1`,
    ...[v7(), version],
  );
  await sql(
    `INSERT INTO "Order" ("id", "number", "prescriptionId", "accountId", "patientId", "status", "fulfilment", "medicineFen", "deliveryFen",
       "deliveryPayment", "carrierCode", "provinceCode", "addressSealed", "createdAt", "paidAt")
     SELECT $1::uuid, 'O' || ($1::uuid)::text, $2::uuid, $3::uuid, p."id", 'paid', 'express', 900, 1300, 'online', 'shunfeng', '500000', p."idNumberSealed", now(), now()
     FROM "Patient" p WHERE p."id" = $4`,
    ...[order, script, accountId, patientId],
  );
  await sql(
    `INSERT INTO "OrderItem" ("id", "orderId", "position", "medicineId", "packs", "unitPriceFen")
     SELECT $1::uuid, $2::uuid, 1, "id", 1, 900 FROM "Medicine" ORDER BY "code" LIMIT 1`,
    ...[v7(), order],
  );
  await sql(
    `INSERT INTO "ServiceRequest" ("id", "orderId", "accountId", "kind", "createdAt") VALUES ($1, $2, $3, 'other', now())`,
    ...[request, order, accountId],
  );
  await sql(
    `INSERT INTO "ServiceRequestEntry" ("id", "requestId", "authorId", "fromStaff", "body", "at") VALUES ($1, $2, $3, false, $4, now())`,
    ...[v7(), request, accountId, canaries.request],
  );
  await sql(
    `INSERT INTO "Payment" ("id", "accountId", "purpose", "orderId", "amountFen", "status", "idempotencyKey", "createdAt", "expiresAt", "settledAt")
     VALUES ($1::uuid, $2, 'medicine', $3, 900, 'succeeded', ($1::uuid)::text, now(), now(), now())`,
    ...[v7(), accountId, order],
  );
  await sql(
    `INSERT INTO "HealthCard" ("id", "patientId", "cardNumberSealed", "cardNumberDigest", "fhirPatientId", "linkedAt")
     SELECT $1::uuid, "id", "idNumberSealed", ($1::uuid)::text, 'nobody-' || ($1::uuid)::text, now() FROM "Patient" WHERE "id" = $2`,
    ...[v7(), patientId],
  );
  await sql(
    `INSERT INTO "RecordEntry" ("id", "patientId", "kind", "fhirId", "display", "detail", "occurredAt")
     VALUES ($1, $2, 'condition', 'c1', $3, '{"clinicalStatus":"active","encounterId":null}', now())`,
    ...[v7(), patientId, canaries.record],
  );
  await sql(`UPDATE "Patient" SET "recordFetchedAt" = now() WHERE "id" = $1`, patientId);
  await sql(
    `INSERT INTO "DeletionRequest" ("id", "patientId", "accountId", "status", "createdAt", "dueAt", "decidedAt", "reason")
     VALUES ($1, $2, $3, 'rejected', now(), now(), now(), $4)`,
    ...[v7(), patientId, accountId, canaries.reason],
  );
  await sql(
    `INSERT INTO "Notice" ("id", "accountId", "kind", "params", "path", "at") VALUES ($1, $2, 'order_paid', '{}', '/patient/orders/' || $3::text, now())`,
    ...[v7(), accountId, order],
  );
  await callAction(api, /orders\/\[id\]\/actions\.ts changeAddress$/, {
    ...{ orderId: order, recipient: "李样例", phone: "13812345678", areaCode: "500112", detail: canaries.address },
  });
  await sql(
    `INSERT INTO "SavedAddress" ("id", "accountId", "areaCode", "addressSealed", "createdAt")
     SELECT $1::uuid, "accountId", "areaCode", "addressSealed", now() FROM "Order" WHERE "id" = $2`,
    ...[v7(), order],
  );
  return { accountId, patientId, canaries, ids: await idsOf([accountId, patientId, talk.id, order, script, request]) };
}

/** Tables whose rows change by themselves, or hold no more than what was asked for. */
const unwatched = new Set(["AuditEvent", "RateLimit", "Outbox", "Session", "_prisma_migrations"]);

async function tablesWithId(): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return tables.map(({ name }) => name).filter((name) => !unwatched.has(name));
}

const naming = (ids: readonly string[]) => ids.map((id) => `%${id}%`);

/** One id a table of the rows that name one of these. */
async function idsOf(owners: readonly string[]): Promise<Record<string, string>> {
  const tables = await tablesWithId();
  const rows = await ask<{ name: string; id: string }>(
    tables
      .map(
        (name) =>
          `(SELECT '${name}' AS name, "id" FROM "${name}" x WHERE x::text LIKE ANY($1) ORDER BY "id" DESC LIMIT 1)`,
      )
      .join(" UNION ALL "),
    [naming(owners)],
  );
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

/** The rows that name one of somebody's ids, summed up table by table: what a stranger does changes none. */
export async function rowsNaming({ ids }: Planted): Promise<Record<string, string>[]> {
  const tables = await tablesWithId();
  const each = tables.map(
    (name) =>
      `SELECT '${name}' AS t, count(*) AS n, md5(string_agg(x::text, '' ORDER BY x::text)) AS sum FROM "${name}" x WHERE x::text LIKE ANY($1)`,
  );
  return ask(`${each.join(" UNION ALL ")} ORDER BY t`, [naming(Object.values(ids))]);
}
