import "server-only";
import { FIRST_WORD_HOURS } from "@/lib/domain/consultation";
import { REVIEW_MINUTES } from "@/lib/domain/prescription";
import { DISPENSE_HOURS, type ReportId } from "@/lib/domain/report";
import { ANSWER_HOURS } from "@/lib/domain/service-request";
import { Prisma } from "../client";

const { sql } = Prisma;

const hourOf = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'HH24')`);
const minutes = (from: string, to: string) =>
  Prisma.raw(`(extract(epoch FROM ${to} - ${from}) / 60)::double precision`);
const nothing = sql`NULL::double precision AS "minutes", NULL::boolean AS "isKept"`;
const placed = sql`c."departmentId"::text AS "department", c."doctorId"::text AS "doctor",
  c."service"::text || ':' || c."channel"::text AS "service"`;

/**
 * One row for each thing that a report counts: `id` and `at` (by which it is put in order, and in a day), `number` (what people call it),
 * `amount`, `minutes`, `isKept` (null: no promise was at stake), and a column for each breakdown. A row's `at` is a column of its table,
 * so that a span of time is read by an index.
 */
export const reportFacts: Readonly<Record<ReportId, Prisma.Sql>> = {
  /** By the day of booking; the fee that was agreed. */
  consultations: sql`
    SELECT c."id"::text AS "id", c."createdAt" AS "at", c."number", c."feeFen"::bigint AS "amount", ${nothing},
      ${placed}, ${hourOf('c."createdAt"')} AS "hour", c."status"::text AS "outcome"
    FROM "Consultation" c`,
  /** From payment to acceptance; the promise is broken where the system gave the money back since nobody accepted. */
  acceptance: sql`
    SELECT c."id"::text AS "id", c."paidAt" AS "at", c."number", NULL::bigint AS "amount",
      ${minutes('c."paidAt"', 'c."acceptedAt"')} AS "minutes",
      CASE WHEN c."acceptedAt" IS NOT NULL THEN true WHEN c."status" = 'expired' THEN false END AS "isKept",
      ${placed}, ${hourOf('c."paidAt"')} AS "hour"
    FROM "Consultation" c WHERE c."paidAt" IS NOT NULL`,
  /** From acceptance to the doctor's first word, against the hours that are promised for it. */
  answers: sql`
    SELECT c."id"::text AS "id", c."acceptedAt" AS "at", c."number", NULL::bigint AS "amount",
      ${minutes('c."acceptedAt"', 'c."firstReplyAt"')} AS "minutes",
      CASE WHEN c."firstReplyAt" IS NOT NULL THEN c."firstReplyAt" <= c."acceptedAt" + make_interval(hours => ${FIRST_WORD_HOURS}::int)
        WHEN c."status" = 'abandoned' THEN false END AS "isKept",
      ${placed}, ${hourOf('c."acceptedAt"')} AS "hour"
    FROM "Consultation" c WHERE c."acceptedAt" IS NOT NULL`,
  /** Decisions of pharmacists, from the doctor's signature. */
  reviews: sql`
    SELECT r."id"::text AS "id", r."at", p."number", NULL::bigint AS "amount", ${minutes('v."signedAt"', 'r."at"')} AS "minutes",
      r."at" <= v."signedAt" + make_interval(mins => ${REVIEW_MINUTES}::int) AS "isKept",
      r."decision"::text AS "decision", COALESCE(r."reasonCode", '') AS "reason", r."reviewerId"::text AS "reviewer",
      ${hourOf('r."at"')} AS "hour"
    FROM "PrescriptionReview" r JOIN "PrescriptionVersion" v ON v."id" = r."versionId" JOIN "Prescription" p ON p."id" = r."prescriptionId"`,
  /** What the law or the house's rules did not allow. */
  refusals: sql`
    SELECT e."id"::text AS "id", e."at", e."detail" ->> 'code' AS "number", NULL::bigint AS "amount", ${nothing}, e."subjectId" AS "rule"
    FROM "AuditEvent" e WHERE e."action" = 'rule.refuse'`,
  /** Money that came in, by the day on which it did. */
  revenue: sql`
    SELECT p."id"::text AS "id", p."settledAt" AS "at", COALESCE(c."number", o."number") AS "number", p."amountFen"::bigint AS "amount",
      ${nothing}, p."purpose"::text AS "purpose", COALESCE(c."departmentId", oc."departmentId")::text AS "department"
    FROM "Payment" p LEFT JOIN "Consultation" c ON c."id" = p."consultationId" LEFT JOIN "Order" o ON o."id" = p."orderId"
    LEFT JOIN "Prescription" r ON r."id" = o."prescriptionId" LEFT JOIN "Consultation" oc ON oc."id" = r."consultationId"
    WHERE p."settledAt" IS NOT NULL AND p."status" IN ('succeeded', 'refunded')`,
  /** Money that went back, by the day on which it did. */
  refunds: sql`
    SELECT f."id"::text AS "id", f."settledAt" AS "at", COALESCE(c."number", o."number") AS "number", f."amountFen"::bigint AS "amount",
      ${nothing}, f."reasonCode" AS "reason", p."purpose"::text AS "purpose"
    FROM "Refund" f JOIN "Payment" p ON p."id" = f."paymentId" LEFT JOIN "Consultation" c ON c."id" = p."consultationId"
    LEFT JOIN "Order" o ON o."id" = p."orderId"
    WHERE f."settledAt" IS NOT NULL AND f."status" = 'succeeded'`,
  /** Paid orders, until they were sealed. */
  dispensing: sql`
    SELECT o."id"::text AS "id", o."paidAt" AS "at", o."number", o."medicineFen"::bigint AS "amount",
      ${minutes('o."paidAt"', 'e."at"')} AS "minutes", e."at" <= o."paidAt" + make_interval(hours => ${DISPENSE_HOURS}::int) AS "isKept",
      o."fulfilment"::text AS "fulfilment", o."status"::text AS "outcome", ${hourOf('o."paidAt"')} AS "hour"
    FROM "Order" o
    LEFT JOIN LATERAL (SELECT min(e."at") AS "at" FROM "OrderEvent" e WHERE e."orderId" = o."id" AND e."event" = 'seal') e ON true
    WHERE o."paidAt" IS NOT NULL`,
  /** Parcels, from the courier's hand-over until they were signed for, against the day that the carrier named. */
  deliveries: sql`
    SELECT s."id"::text AS "id", s."createdAt" AS "at", o."number", NULL::bigint AS "amount",
      ${minutes('s."createdAt"', 'e."at"')} AS "minutes", shanghai_day(e."at") <= s."expectedOn" AS "isKept",
      s."carrierCode" AS "carrier", COALESCE(o."provinceCode", '') AS "province", s."status"::text AS "outcome"
    FROM "Shipment" s JOIN "Order" o ON o."id" = s."orderId"
    LEFT JOIN LATERAL (SELECT min(e."at") AS "at" FROM "ShipmentEvent" e WHERE e."shipmentId" = s."id" AND e."status" = 'signed') e ON true`,
  /** Packs that came and went. */
  stock: sql`
    SELECT m."id"::text AS "id", m."at", b."number", m."delta"::bigint AS "amount", ${nothing},
      b."medicineId"::text AS "medicine", m."reason" AS "movement"
    FROM "StockMovement" m JOIN "StockBatch" b ON b."id" = m."batchId"`,
  ratings: sql`
    SELECT r."consultationId"::text AS "id", r."createdAt" AS "at", c."number", r."stars"::bigint AS "amount", ${nothing},
      r."doctorId"::text AS "doctor", c."departmentId"::text AS "department", r."stars"::text AS "stars"
    FROM "ConsultationRating" r JOIN "Consultation" c ON c."id" = r."consultationId"`,
  /** Requests for service, until they were settled; the promise is the first answer. */
  requests: sql`
    SELECT q."id"::text AS "id", q."createdAt" AS "at", o."number", NULL::bigint AS "amount",
      ${minutes('q."createdAt"', 'q."closedAt"')} AS "minutes",
      e."at" <= q."createdAt" + make_interval(hours => ${ANSWER_HOURS}::int) AS "isKept",
      q."kind", COALESCE(q."outcome", q."status"::text) AS "outcome"
    FROM "ServiceRequest" q JOIN "Order" o ON o."id" = q."orderId"
    LEFT JOIN LATERAL (SELECT min(e."at") AS "at" FROM "ServiceRequestEntry" e WHERE e."requestId" = q."id" AND e."fromStaff") e ON true`,
  /** R30: lines of approved prescriptions by who prescribed them. */
  prescribing: sql`
    SELECT i."id"::text AS "id", p."approvedAt" AS "at", p."number", i."packs"::bigint AS "amount", ${nothing},
      v."prescriberId"::text AS "doctor", i."medicineId"::text AS "medicine"
    FROM "Prescription" p JOIN "PrescriptionVersion" v ON v."prescriptionId" = p."id" AND v."number" = p."contentVersion"
    JOIN "PrescriptionItem" i ON i."versionId" = v."id"
    WHERE p."approvedAt" IS NOT NULL`,
};
