import "server-only";
import type { AuditLine, Occasion } from "@/lib/domain/access-log";
import { pool } from "../pool";

interface Row {
  id: string;
  at: Date;
  role: string;
  isYou: boolean;
  nameZh: string | null;
  nameEn: string | null;
  action: string;
  isAllowed: boolean;
  kind: Occasion | null;
  number: string | null;
  isOwn: boolean | null;
}

// Parameters: 1 person, 2 reader's account, 3 and 4 the place of the last line seen, 5 whether the reader's own lines are left out,
// 6 how many. The scope stands in the innermost WHERE: who does not act for the person reads nothing.
const LINES = `
WITH line AS (
  SELECT e.*, e."actorId" IS NOT DISTINCT FROM $2::uuid AS "isYou" FROM "AuditEvent" e
  WHERE e."patientId" = $1::uuid
    AND EXISTS (SELECT FROM "PatientLink" l WHERE l."patientId" = $1::uuid AND l."accountId" = $2::uuid AND l."endedAt" IS NULL)
    AND ($3::timestamptz IS NULL OR (e."at", e."id") < ($3::timestamptz, $4::bigint))
    AND NOT ($5::boolean AND e."actorId" IS NOT DISTINCT FROM $2::uuid)
  ORDER BY e."at" DESC, e."id" DESC LIMIT $6::int
), placed AS (
  SELECT line.*,
    CASE line."subjectType"
      WHEN 'consultation' THEN line."subjectId"::uuid
      WHEN 'file' THEN (SELECT f."consultationId" FROM "File" f WHERE f."id" = line."subjectId"::uuid)
      WHEN 'payment' THEN (SELECT p."consultationId" FROM "Payment" p WHERE p."id" = line."subjectId"::uuid)
      ELSE (line."detail"->>'consultationId')::uuid END AS "consultationId",
    CASE line."subjectType" WHEN 'prescription' THEN line."subjectId"::uuid END AS "prescriptionId",
    CASE line."subjectType"
      WHEN 'order' THEN line."subjectId"::uuid
      WHEN 'request' THEN (SELECT r."orderId" FROM "ServiceRequest" r WHERE r."id" = line."subjectId"::uuid)
      WHEN 'shipment' THEN (SELECT s."orderId" FROM "Shipment" s WHERE s."id" = line."subjectId"::uuid)
      WHEN 'payment' THEN (SELECT p."orderId" FROM "Payment" p WHERE p."id" = line."subjectId"::uuid)
    END AS "orderId"
  FROM line
)
SELECT placed."id"::text, placed."at", placed."actorRole" AS "role", placed."isYou", placed."action", placed."isAllowed",
  s."nameZh", s."nameEn",
  CASE WHEN c."id" IS NOT NULL THEN 'consultation' WHEN x."id" IS NOT NULL THEN 'prescription' WHEN o."id" IS NOT NULL THEN 'order' END AS "kind",
  COALESCE(c."number", x."number", o."number") AS "number",
  COALESCE(c."accountId", x."accountId", o."accountId") = $2::uuid AS "isOwn"
FROM placed
LEFT JOIN "Staff" s ON s."accountId" = placed."actorId"
LEFT JOIN "Consultation" c ON c."id" = placed."consultationId"
LEFT JOIN "Prescription" x ON x."id" = placed."prescriptionId"
LEFT JOIN "Order" o ON o."id" = placed."orderId"
ORDER BY placed."at" DESC, placed."id" DESC`;

/** Which lines of a person's audit: below a place (`at`, `id`) or from the top; `othersOnly` leaves the reader's own out. */
export interface WhichLines {
  readonly patientId: string;
  readonly readerId: string;
  readonly below: { readonly at: Date; readonly id: string } | null;
  readonly othersOnly: boolean;
  readonly most: number;
}

/** What the audit says of a person whom the reader acts for, newest first, in one statement. */
export async function auditLines(which: WhichLines): Promise<AuditLine[]> {
  const { rows } = await pool().query<Row>({
    name: "access_log",
    text: LINES,
    values: [
      ...[which.patientId, which.readerId, which.below?.at ?? null, which.below?.id ?? null],
      ...[which.othersOnly, which.most],
    ],
  });
  return rows.map(({ nameZh, nameEn, kind, number, isOwn, ...line }) => ({
    ...line,
    staff: nameZh !== null && nameEn !== null ? { nameZh, nameEn } : null,
    occasion: kind && number !== null ? { kind, number, isOwn: isOwn === true } : null,
  }));
}
