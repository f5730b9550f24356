import "server-only";
import type { Work } from "./transact";

interface Answered {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly doctorId: string;
  readonly consultationId: string;
}

/**
 * Tests of this person that the record has answered since: by a final report that names the order, or by a result of its code
 * that is not older than the order. Each is closed once, and doctor and patient are told, without a clinical word.
 */
export async function answerTests(work: Work, patientId: string): Promise<void> {
  const answered = await work.tx.$queryRaw<Answered[]>`
    UPDATE "TestOrder" t SET "status" = 'resulted', "closedAt" = ${work.now}, "resultFhirId" = found."fhirId"
    FROM (
      SELECT DISTINCT ON (o."id") o."id", r."fhirId" FROM "TestOrder" o JOIN "RecordEntry" r ON r."patientId" = o."patientId"
      WHERE o."patientId" = ${patientId}::uuid AND o."status" = 'ordered' AND r."kind" IN ('report', 'observation') AND r."isActive"
        AND (r."detail"->'basedOn' ? o."number" OR (r."code" = o."code" AND r."occurredAt" >= o."createdAt"))
      ORDER BY o."id", (r."detail"->'basedOn' ? o."number") DESC, r."occurredAt" DESC NULLS LAST
    ) found
    WHERE t."id" = found."id" AND t."status" = 'ordered'
    RETURNING t."id", t."number", t."accountId", t."doctorId", t."consultationId"`;
  for (const { id, number, accountId, doctorId, consultationId } of answered) {
    work.notify({ accountId, kind: "test_resulted", params: { number }, path: `/patient/tests/${id}` });
    const path = `/doctor/consultations/${consultationId}/tests`;
    work.notify({ accountId: doctorId, kind: "test_resulted", params: { number }, path });
    work.audit({ action: "test_order.answer", subjectType: "test_order", subjectId: id, patientId });
  }
}
