import "server-only";
import type { MappedEntry } from "@/lib/domain/record";
import { newId } from "../id";
import type { Work } from "../transact";

/**
 * Makes the stored record equal to what the hospital's server said, in one statement: new entries come in, changed ones change,
 * those that are gone there go here, and the time of fetching is written. The same record twice changes nothing else.
 */
export async function storeRecord(work: Work, patientId: string, entries: readonly MappedEntry[]): Promise<void> {
  const rows = JSON.stringify(entries.map((entry) => ({ id: newId(), ...entry })));
  await work.tx.$executeRaw`
    WITH fresh AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS x(
        "id" uuid, "kind" "RecordKind", "fhirId" text, "occurredAt" timestamptz, "code" text, "system" text,
        "display" text, "mappedCode" text, "isActive" boolean, "detail" jsonb)
    ), gone AS (
      DELETE FROM "RecordEntry" old WHERE old."patientId" = ${patientId}::uuid
        AND NOT EXISTS (SELECT FROM fresh WHERE fresh."kind" = old."kind" AND fresh."fhirId" = old."fhirId")
    ), stamped AS (
      UPDATE "Patient" SET "recordFetchedAt" = ${work.now} WHERE "id" = ${patientId}::uuid
    )
    INSERT INTO "RecordEntry" AS old
      ("id", "patientId", "kind", "fhirId", "occurredAt", "code", "system", "display", "mappedCode", "isActive", "detail")
    SELECT DISTINCT ON ("kind", "fhirId") "id", ${patientId}::uuid, "kind", "fhirId", "occurredAt", "code", "system", "display",
      "mappedCode", "isActive", "detail"
    FROM fresh
    ON CONFLICT ("patientId", "kind", "fhirId") DO UPDATE SET
      "occurredAt" = excluded."occurredAt", "code" = excluded."code", "system" = excluded."system",
      "display" = excluded."display", "mappedCode" = excluded."mappedCode", "isActive" = excluded."isActive",
      "detail" = excluded."detail"
    WHERE (old."occurredAt", old."code", old."system", old."display", old."mappedCode", old."isActive", old."detail")
      IS DISTINCT FROM (excluded."occurredAt", excluded."code", excluded."system", excluded."display",
        excluded."mappedCode", excluded."isActive", excluded."detail")`;
}
