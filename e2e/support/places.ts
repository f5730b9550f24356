import { ask } from "./database";

/** A screen with somebody who may see it, and something on it. */
export interface Place {
  readonly name: string;
  /** A demonstration sign-in, or the id of the account whose thing it shows. */
  readonly as: string;
  readonly address: string;
  /** The consultation room may load more. */
  readonly isRoom?: boolean;
}

async function newest(thing: string, sql: string): Promise<{ id: string; owner: string }> {
  const [row] = await ask<{ id: string; owner: string }>(sql);
  if (!row) throw new Error(`no ${thing} to look at: the journeys run before the limits (npm run e2e -- e2e/)`);
  return row;
}

/** The screens of the four portals, over what the journeys left behind. */
export async function places(): Promise<Place[]> {
  const talk = await newest(
    "consultation",
    `SELECT "id", "accountId" AS owner FROM "Consultation" WHERE "lastSeq" > 3 ORDER BY "lastMessageAt" DESC LIMIT 1`,
  );
  const doctor = await newest(
    "doctor",
    `SELECT "id", "doctorId" AS owner FROM "Consultation" WHERE "id" = '${talk.id}'`,
  );
  const followUp = await newest(
    "follow-up that goes on",
    `SELECT "id", "doctorId" AS owner FROM "Consultation" WHERE "status" = 'in_progress' AND "service" = 'follow_up' ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const prescription = await newest(
    "prescription",
    `SELECT "id", "accountId" AS owner FROM "Prescription" WHERE "status" IN ('approved', 'dispensed') ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const order = await newest(
    "order",
    `SELECT "id", "accountId" AS owner FROM "Order" WHERE "paidAt" IS NOT NULL ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const payment = await newest(
    "payment",
    `SELECT "id", "accountId" AS owner FROM "Payment" WHERE "status" = 'succeeded' ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const person = await newest(
    "person",
    `SELECT "patientId" AS id, "accountId" AS owner FROM "PatientLink" WHERE "endedAt" IS NULL ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const card = await newest(
    "health card",
    `SELECT c."patientId" AS id, l."accountId" AS owner FROM "HealthCard" c
     JOIN "PatientLink" l ON l."patientId" = c."patientId" AND l."endedAt" IS NULL
     WHERE c."unlinkedAt" IS NULL ORDER BY c."linkedAt" DESC LIMIT 1`,
  );
  const deletion = await newest(
    "deletion request",
    `SELECT "id", "accountId" AS owner FROM "DeletionRequest" ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const offering = await newest(
    "offering",
    `SELECT o."id", o."doctorId" AS owner FROM "Offering" o JOIN "Doctor" d ON d."id" = o."doctorId" WHERE d."staffNo" = 'D013' LIMIT 1`,
  );
  const batch = await newest("batch", `SELECT "id", "id" AS owner FROM "StockBatch" ORDER BY "id" LIMIT 1`);
  const medicine = await newest("medicine", `SELECT "id", "id" AS owner FROM "Medicine" WHERE "code" = 'M001'`);
  // An adult who has agreed to everything, and a doctor of a department without an age limit: the form itself shows.
  const application = await newest(
    "application",
    `SELECT o."id" || '?patient=' || p."id" AS id, l."accountId" AS owner
     FROM "Consent" c JOIN "ConsentText" t ON t."id" = c."consentTextId" AND t."kind" = 'health_data'
     JOIN "PatientLink" l ON l."patientId" = c."patientId" AND l."accountId" = c."accountId" AND l."endedAt" IS NULL
     JOIN "Patient" p ON p."id" = l."patientId" AND p."birthDate" < now() - interval '20 years',
     "Offering" o JOIN "Doctor" d ON d."id" = o."doctorId" AND d."isAccepting" JOIN "Department" e ON e."id" = d."departmentId"
     WHERE c."withdrawnAt" IS NULL AND o."service" = 'consultation' AND o."channel" = 'text' AND o."isActive" AND o."feeFen" > 0
       AND e."maxAgeMonths" IS NULL AND NOT EXISTS (SELECT FROM "Consultation" x WHERE x."patientId" = p."id" AND x."doctorId" = d."id")
     ORDER BY c."agreedAt" DESC, d."staffNo" LIMIT 1`,
  );
  const patient = (name: string, address: string, as = talk.owner): Place => ({
    name: `patient: ${name}`,
    as,
    address,
  });
  const pharmacist = (name: string, address: string): Place => ({ name: `pharmacist: ${name}`, as: "P002", address });
  return [
    patient("home", "/patient"),
    patient("people", "/patient/people"),
    patient("add patient", "/patient/people/add"),
    patient("card", `/patient/people/${person.id}/card`, person.owner),
    patient("linked card", `/patient/people/${card.id}/card`, card.owner),
    patient("card code", `/patient/people/${card.id}/card/code`, card.owner),
    patient("card scan", `/patient/people/${card.id}/scan`, card.owner),
    patient("doctors", "/patient/doctors"),
    patient("doctor", `/patient/doctors/${offering.owner}`),
    patient("booking", `/patient/book/${offering.id}`),
    patient("application", `/patient/book/${application.id}`, application.owner),
    patient("consultations", "/patient/consultations"),
    { ...patient("room", `/patient/consultations/${talk.id}`), isRoom: true },
    patient("prescriptions", "/patient/prescriptions", prescription.owner),
    patient("prescription", `/patient/prescriptions/${prescription.id}`, prescription.owner),
    patient("medicines", "/patient/medicines", prescription.owner),
    patient("tests", "/patient/tests"),
    patient("orders", "/patient/orders", order.owner),
    patient("order", `/patient/orders/${order.id}`, order.owner),
    patient("payment", `/patient/payments/${payment.id}`, payment.owner),
    patient(
      "delivery choice",
      `/patient/prescriptions/${prescription.id}/order?how=express&area=500112`,
      prescription.owner,
    ),
    patient("notice settings", "/patient/me/notices"),
    patient("payments", "/patient/payments", payment.owner),
    patient("addresses", "/patient/me/addresses", order.owner),
    patient("WeChat", "/patient/me/wechat"),
    patient("notices", "/patient/notices"),
    patient("my", "/patient/me"),
    patient("privacy", "/patient/me/privacy", person.owner),
    patient("who looked", `/patient/me/privacy/${person.id}/access?who=all`, person.owner),
    patient("consents", `/patient/people/${person.id}/consents`, person.owner),
    patient("download", `/patient/me/privacy/${person.id}/copy`, person.owner),
    patient("deletion", `/patient/me/privacy/${person.id}/deletion`, person.owner),
    { name: "doctor: queue", as: doctor.owner, address: "/doctor" },
    { name: "doctor: room", as: doctor.owner, address: `/doctor/consultations/${talk.id}`, isRoom: true },
    { name: "doctor: pad", as: followUp.owner, address: `/doctor/consultations/${followUp.id}/prescribe` },
    { name: "doctor: tests", as: doctor.owner, address: `/doctor/consultations/${talk.id}/tests` },
    { name: "doctor: schedule", as: doctor.owner, address: "/doctor/schedule" },
    { name: "doctor: emergency", as: doctor.owner, address: "/doctor/emergency" },
    { name: "doctor: notices", as: doctor.owner, address: "/doctor/notices" },
    pharmacist("review queue", "/pharmacist"),
    pharmacist("review", `/pharmacist/prescriptions/${prescription.id}`),
    pharmacist("dispensing", "/pharmacist/dispensing"),
    pharmacist("order", `/pharmacist/orders/${order.id}`),
    pharmacist("labels", `/pharmacist/orders/${order.id}/labels`),
    pharmacist("stock", "/pharmacist/stock"),
    pharmacist("batch", `/pharmacist/stock/${batch.id}`),
    pharmacist("goods in", "/pharmacist/stock/receive"),
    pharmacist("what came back", "/pharmacist/stock/returned"),
    pharmacist("requests", "/pharmacist/requests"),
    { name: "admin: today", as: "A001", address: "/admin" },
    { name: "admin: reports", as: "A001", address: "/admin/reports" },
    { name: "admin: report", as: "A001", address: "/admin/reports/acceptance?by=doctor" },
    { name: "admin: report rows", as: "A001", address: "/admin/reports/consultations/rows?by=doctor" },
    { name: "admin: report files", as: "A001", address: "/admin/reports/files" },
    { name: "admin: services", as: "A001", address: `/admin/people/${doctor.owner}/services` },
    { name: "admin: people", as: "A001", address: "/admin/people" },
    { name: "admin: import people", as: "A001", address: "/admin/people/import" },
    { name: "pharmacist: notices", as: "P001", address: "/pharmacist/notices" },
    { name: "admin: notices", as: "A001", address: "/admin/notices" },
    { name: "admin: deliveries", as: "S001", address: "/admin/deliveries" },
    { name: "admin: money", as: "A001", address: "/admin/money" },
    { name: "admin: audit", as: "U001", address: "/admin/audit" },
    { name: "admin: settings", as: "A001", address: "/admin/settings" },
    { name: "admin: setting", as: "A001", address: "/admin/settings/rates" },
    { name: "admin: retention", as: "A001", address: "/admin/retention" },
    { name: "admin: departments", as: "A001", address: "/admin/departments" },
    { name: "admin: new department", as: "A001", address: "/admin/departments/new" },
    { name: "admin: formulary", as: "A001", address: "/admin/formulary" },
    { name: "admin: medicine", as: "A001", address: `/admin/formulary/${medicine.id}` },
    { name: "admin: new medicine", as: "A001", address: "/admin/formulary/new" },
    { name: "admin: consents", as: "A001", address: "/admin/consents" },
    { name: "admin: consent", as: "A001", address: "/admin/consents/health_data" },
    { name: "admin: publish consent", as: "A001", address: "/admin/consents/health_data/publish" },
    { name: "admin: deletions", as: "A001", address: "/admin/deletions" },
    { name: "admin: emergencies", as: "A001", address: "/admin/emergencies" },
    { name: "admin: deletion", as: "A001", address: `/admin/deletions/${deletion.id}` },
  ];
}
