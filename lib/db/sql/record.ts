import "server-only";
import type { IncomingRecord } from "@/lib/domain/record";
import { newId } from "../id";
import type { Work } from "../transact";

/**
 * Makes the stored record equal to what the hospital's server said, in one statement: new entries come in, those of another version
 * change, mistaken ones go (and with a whole record those that are gone there), and the time of fetching is written. The same record
 * twice changes no entry: `fetchedAt` is when that version came.
 */
export async function storeRecord(work: Work, patientId: string, record: IncomingRecord): Promise<void> {
  const rows = JSON.stringify(record.entries.map((entry) => ({ id: newId(), ...entry })));
  await work.tx.$executeRaw`
    WITH fresh AS (
      SELECT DISTINCT ON ("kind", "fhirId") * FROM jsonb_to_recordset(${rows}::jsonb) AS x(
        "id" uuid, "kind" "RecordKind", "fhirId" text, "occurredAt" timestamptz, "code" text, "system" text,
        "display" text, "mappedCode" text, "isActive" boolean, "detail" jsonb, "versionId" text, "updatedAt" timestamptz)
      ORDER BY "kind", "fhirId", "updatedAt" DESC NULLS LAST
    ), mistaken AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(record.mistaken)}::jsonb) AS x("kind" "RecordKind", "fhirId" text)
    ), gone AS (
      DELETE FROM "RecordEntry" old WHERE old."patientId" = ${patientId}::uuid
        AND (${record.isWhole} OR EXISTS (SELECT FROM mistaken m WHERE m."kind" = old."kind" AND m."fhirId" = old."fhirId"))
        AND NOT EXISTS (SELECT FROM fresh WHERE fresh."kind" = old."kind" AND fresh."fhirId" = old."fhirId")
    ), stamped AS (
      UPDATE "Patient" SET "recordFetchedAt" = ${work.now},
        "recordWholeAt" = CASE WHEN ${record.isWhole} THEN ${work.now} ELSE "recordWholeAt" END,
        "recordSyncedTo" = ${record.syncedTo}
      WHERE "id" = ${patientId}::uuid
    )
    INSERT INTO "RecordEntry" AS old
      ("id", "patientId", "kind", "fhirId", "occurredAt", "code", "system", "display", "mappedCode", "isActive", "detail",
       "versionId", "updatedAt", "fetchedAt")
    SELECT "id", ${patientId}::uuid, "kind", "fhirId", "occurredAt", "code", "system", "display", "mappedCode", "isActive",
      "detail", "versionId", "updatedAt", ${work.now}
    FROM fresh
    ON CONFLICT ("patientId", "kind", "fhirId") DO UPDATE SET
      "occurredAt" = excluded."occurredAt", "code" = excluded."code", "system" = excluded."system",
      "display" = excluded."display", "mappedCode" = excluded."mappedCode", "isActive" = excluded."isActive",
      "detail" = excluded."detail", "versionId" = excluded."versionId", "updatedAt" = excluded."updatedAt",
      "fetchedAt" = excluded."fetchedAt"
    WHERE (old."occurredAt", old."code", old."system", old."display", old."mappedCode", old."isActive", old."detail",
        old."versionId", old."updatedAt")
      IS DISTINCT FROM (excluded."occurredAt", excluded."code", excluded."system", excluded."display",
        excluded."mappedCode", excluded."isActive", excluded."detail", excluded."versionId", excluded."updatedAt")`;
}
