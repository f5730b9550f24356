import { Client } from "pg";

export interface Years {
  readonly orders: number;
  /** The last day (YYYY-MM-DD, Asia/Shanghai) and how many days there are. */
  readonly until: string;
  readonly days: number;
}

/** The number `i` as an id of kind `kind` (one hexadecimal digit): ids of one kind are in the order of their numbers. */
const id = (kind: string, number = "i") =>
  `('00000000-0000-7000-800${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** A share of one that looks like chance and is the same each time. */
const chance = (salt: number) => `((hashint8extended(i, ${salt}) & 1073741823) / 1073741824.0)`;

/** Minutes that wait like people do: most little, some long. */
const wait = (salt: number, mean: number) => `make_interval(secs => (-ln(1 - ${chance(salt)}) * ${mean * 60})::int)`;

/**
 * Fills the database of `url` with years of a hospital's work, believable in distribution and the same each time: a consultation, its
 * prescription, order, payments and parcel for each order, and one consultation in five that came to nothing. Triggers and foreign keys
 * rest meanwhile, so that the rollups do not know of it. `url` belongs to a login that may set `session_replication_role`.
 */
export async function fillYears(url: string, { orders, until, days }: Years): Promise<void> {
  const talks = Math.ceil(orders * 1.25);
  const client = new Client({ connectionString: url });
  await client.connect();
  const run = (text: string) => client.query(text);
  try {
    await run("SET session_replication_role = replica");
    await run("BEGIN");
    await run(`INSERT INTO "Patient" ("id", "name", "idDocument", "idNumberSealed", "idNumberDigest", "sex", "birthDate")
      SELECT ${id("0")}, '示例', 'passport', '-', 'years', 'female', '1990-01-01' FROM (VALUES (1)) v(i)`);
    await run(`CREATE TEMP TABLE talk ON COMMIT DROP AS
      SELECT i, o."id" AS offering, d."id" AS doctor, d."departmentId" AS department, o."service", o."channel", o."feeFen" AS fee,
        (SELECT "id" FROM "Account" WHERE "role" = 'patient' ORDER BY "id" LIMIT 1) AS account,
        ${id("0", "1")} AS patient, i <= ${orders} AS ordered,
        ((date '${until}' - (${chance(1)} * ${days})::int)::timestamp
          + make_interval(mins => (480 + 720 * (${chance(2)} + ${chance(3)}) / 2)::int, secs => (${chance(4)} * 59)::int)) AT TIME ZONE 'Asia/Shanghai' AS at
      FROM generate_series(1, ${talks}) i
      JOIN (SELECT "id", "doctorId", "service", "channel", "feeFen", row_number() OVER (ORDER BY "id") AS n FROM "Offering") o
        ON o.n = 1 + floor(power(${chance(5)}, 2) * (SELECT count(*) FROM "Offering"))::bigint
      JOIN "Doctor" d ON d."id" = o."doctorId"`);
    await run(`INSERT INTO "Consultation" ("id", "number", "accountId", "patientId", "doctorId", "departmentId", "offeringId", "service", "channel",
        "status", "feeFen", "symptoms", "placeDay", "consentSha256", "createdAt", "paidAt", "acceptedAt", "firstReplyAt", "closedAt", "turnLimit", "visitFhirId")
      SELECT ${id("1")}, 'Y' || i, account, patient, doctor, department, offering, "service", "channel",
        (CASE WHEN ordered THEN 'finished' ELSE (ARRAY['lapsed', 'declined', 'expired', 'cancelled', 'abandoned'])[1 + (i % 5)] END)::"ConsultationStatus",
        fee, '', shanghai_day(at), '', at,
        CASE WHEN ordered OR i % 5 <> 0 THEN at + ${wait(6, 3)} END,
        CASE WHEN ordered OR i % 5 = 4 THEN at + ${wait(6, 3)} + ${wait(7, 40)} END,
        CASE WHEN ordered THEN at + ${wait(6, 3)} + ${wait(7, 40)} + ${wait(8, 25)} END,
        CASE WHEN ordered THEN at + ${wait(6, 3)} + ${wait(7, 40)} + ${wait(8, 25)} + interval '6 hours' END, 60,
        CASE WHEN "service" = 'follow_up' THEN '-' END
      FROM talk`);
    await run(`INSERT INTO "Prescription" ("id", "number", "consultationId", "patientId", "accountId", "doctorId", "status", "createdAt", "submittedAt", "approvedAt")
      SELECT ${id("2")}, 'YR' || i, ${id("1")}, patient, account, doctor, 'dispensed', at + interval '4 hours', at + interval '4 hours',
        at + interval '4 hours' + ${wait(9, 14)} FROM talk WHERE ordered`);
    await run(`INSERT INTO "PrescriptionVersion" ("id", "prescriptionId", "number", "prescriberId", "diagnosisCodes", "diagnosisText", "advice", "findings",
        "isScreened", "states", "contentSha256", "signedAt")
      SELECT ${id("3")}, ${id("2")}, 1, doctor, '{I10}', '', '', '[]', true, '{}', '', at + interval '4 hours' FROM talk WHERE ordered`);
    await run(`INSERT INTO "PrescriptionItem" ("id", "versionId", "position", "medicineId", "dose", "doseUnit", "frequency", "route", "days", "packs", "unitPriceFen", "note")
      SELECT ${id("4", "2 * i + p")}, ${id("3")}, p + 1, m."id", 1, 'tablet', 'qd', 'oral', 14, 1 + (i % 3), m."priceFen", ''
      FROM talk CROSS JOIN generate_series(0, 1) p
      JOIN (SELECT "id", "priceFen", row_number() OVER (ORDER BY "id") - 1 AS n FROM "Medicine") m ON m.n = (i * 7 + p * 3) % (SELECT count(*) FROM "Medicine")
      WHERE ordered`);
    await run(`INSERT INTO "PrescriptionReview" ("id", "prescriptionId", "versionId", "prescriberId", "reviewerId", "decision", "reasonCode", "note", "checkedPoints", "at")
      SELECT ${id("5")}, ${id("2")}, ${id("3")}, doctor, (SELECT "id" FROM "Account" WHERE "role" = 'pharmacist' ORDER BY "id" LIMIT 1),
        (CASE WHEN ${chance(10)} < 0.06 THEN 'returned' ELSE 'approved' END)::"ReviewDecision", CASE WHEN ${chance(10)} < 0.06 THEN 'dose' END, '', '{}',
        at + interval '4 hours' + ${wait(9, 14)} FROM talk WHERE ordered`);
    await run(`INSERT INTO "Order" ("id", "number", "prescriptionId", "accountId", "patientId", "status", "fulfilment", "medicineFen", "deliveryFen", "deliveryPayment",
        "carrierCode", "provinceCode", "createdAt", "paidAt", "handedOverAt", "completedAt", "addressSealed", "areaCode")
      SELECT ${id("6")}, 'YO' || i, ${id("2")}, account, patient, (CASE WHEN i % 5 = 0 THEN 'collected' ELSE 'delivered' END)::"OrderStatus",
        (CASE WHEN i % 5 = 0 THEN 'pickup' ELSE 'express' END)::"Fulfilment", 2000 + (${chance(11)} * 20000)::int, CASE WHEN i % 5 = 0 THEN 0 ELSE 1200 END,
        CASE WHEN i % 5 <> 0 THEN 'online'::"DeliveryPayment" END, c."code", c.province, at + interval '5 hours', at + interval '5 hours' + ${wait(12, 6)},
        at + interval '5 hours' + ${wait(12, 6)} + ${wait(13, 500)}, at + interval '5 hours' + ${wait(12, 6)} + ${wait(13, 500)} + ${wait(14, 2500)},
        CASE WHEN i % 5 <> 0 THEN '-' END, CASE WHEN i % 5 <> 0 THEN left(c.province, 2) || '0101' END
      FROM talk LEFT JOIN (
        SELECT r."carrierCode" AS "code", r."provinceCode" AS province, row_number() OVER (ORDER BY r."carrierCode", r."provinceCode") - 1 AS n
        FROM "CarrierRate" r) c ON i % 5 <> 0 AND c.n = floor(power(${chance(15)}, 2) * (SELECT count(*) FROM "CarrierRate"))::bigint
      WHERE ordered`);
    await run(`INSERT INTO "OrderEvent" ("id", "orderId", "event", "toStatus", "at")
      SELECT ${id("7")}, ${id("6")}, 'seal', 'sealed', at + interval '5 hours' + ${wait(12, 6)} + ${wait(13, 500)} * 0.9 FROM talk WHERE ordered`);
    await run(`INSERT INTO "Payment" ("id", "accountId", "purpose", "consultationId", "orderId", "amountFen", "refundedFen", "status", "idempotencyKey", "createdAt", "expiresAt", "settledAt")
      SELECT ${id("8")}, account, 'consultation_fee'::"PaymentPurpose", ${id("1")}, NULL, fee, CASE WHEN ordered THEN 0 ELSE fee END,
        (CASE WHEN ordered THEN 'succeeded' ELSE 'refunded' END)::"PaymentStatus", 'Y1-' || i, at, at + interval '31 minutes', at + ${wait(6, 3)}
      FROM talk WHERE ordered OR i % 5 <> 0
      UNION ALL SELECT ${id("9")}, "accountId", 'medicine', NULL, "id", "medicineFen", 0, 'succeeded', 'Y2-' || "number", "createdAt", "createdAt" + interval '31 minutes', "paidAt"
      FROM (SELECT *, substr("number", 3)::int AS i FROM "Order" WHERE "number" LIKE 'YO%') o
      UNION ALL SELECT ${id("a")}, "accountId", 'delivery', NULL, "id", "deliveryFen", 0, 'succeeded', 'Y3-' || "number", "createdAt", "createdAt" + interval '31 minutes', "paidAt"
      FROM (SELECT *, substr("number", 3)::int AS i FROM "Order" WHERE "number" LIKE 'YO%') o WHERE "deliveryFen" > 0`);
    await run(`INSERT INTO "Refund" ("id", "paymentId", "amountFen", "status", "reasonCode", "idempotencyKey", "createdAt", "expectedAt", "settledAt")
      SELECT ${id("b")}, ${id("8")}, fee, 'succeeded', (ARRAY['-', 'declined', 'expired', 'cancelled', 'abandoned'])[1 + (i % 5)], 'YF-' || i, at + interval '1 day',
        at + interval '8 days', at + interval '1 day' + ${wait(16, 90)} FROM talk WHERE NOT ordered AND i % 5 <> 0`);
    await run(`INSERT INTO "Shipment" ("id", "orderId", "carrierCode", "trackingNumber", "status", "createdAt", "lastEventAt", "expectedOn")
      SELECT ${id("c")}, o."id", o."carrierCode", 'YT' || i, 'signed', o."handedOverAt", o."completedAt", shanghai_day(o."handedOverAt") + 3
      FROM (SELECT *, substr("number", 3)::int AS i FROM "Order" WHERE "number" LIKE 'YO%') o WHERE o."fulfilment" = 'express'`);
    await run(`INSERT INTO "ShipmentEvent" ("id", "shipmentId", "status", "text", "at")
      SELECT ${id("d")}, s."id", 'signed', '', s."lastEventAt" FROM (SELECT *, substr("trackingNumber", 3)::int AS i FROM "Shipment" WHERE "trackingNumber" LIKE 'YT%') s`);
    await run(`INSERT INTO "ConsultationRating" ("consultationId", "doctorId", "stars", "tags", "createdAt")
      SELECT ${id("1")}, doctor, 5 - floor(power(${chance(17)}, 3) * 5)::int, '{}', at + interval '1 day' FROM talk WHERE ordered AND i % 2 = 0`);
    await run(`INSERT INTO "ServiceRequest" ("id", "orderId", "accountId", "kind", "status", "createdAt", "closedAt", "outcome")
      SELECT ${id("e")}, ${id("6")}, account, (ARRAY['where_is_it', 'damaged', 'missing', 'invoice', 'other'])[1 + (i % 5)], 'resolved', at + interval '2 days',
        at + interval '2 days' + ${wait(18, 900)}, 'explained' FROM talk WHERE ordered AND i % 12 = 0`);
    await run(`INSERT INTO "ServiceRequestEntry" ("id", "requestId", "authorId", "fromStaff", "body", "at")
      SELECT ${id("f")}, ${id("e")}, account, true, '', at + interval '2 days' + ${wait(18, 900)} * 0.7 FROM talk WHERE ordered AND i % 12 = 0`);
    await run("COMMIT");
    for (const table of [
      "Consultation",
      "Prescription",
      "PrescriptionItem",
      "PrescriptionReview",
      "Order",
      "OrderEvent",
      "Payment",
      "Shipment",
      "ShipmentEvent",
    ])
      await run(`ANALYZE "${table}"`);
  } finally {
    await client.end();
  }
}
