import "server-only";
import { db } from "../client";
import { newId } from "../id";

export interface DraftRow {
  readonly accountId: string;
  readonly patientId: string;
  readonly offeringId: string;
  /** The version that the writer goes on from; 0 where there is none yet. */
  readonly version: number;
  /** Sealed. */
  readonly content: string;
  readonly pictureIds: readonly string[];
}

/**
 * Writes a draft in one statement where the account may act for the person and the version is still the newest. Returns the
 * version that it has now, null where another writer was faster or the draft is gone; undefined where nobody may write it.
 */
export async function upsertDraft(draft: DraftRow, now: Date): Promise<number | null | undefined> {
  const { accountId, patientId, offeringId, version, content, pictureIds } = draft;
  const [row] = await db().$queryRaw<{ mayWrite: boolean; version: number | null }[]>`
    WITH allowed AS (
      SELECT FROM "PatientLink" l, "Offering" o
      WHERE l."accountId" = ${accountId}::uuid AND l."patientId" = ${patientId}::uuid AND l."endedAt" IS NULL AND o."id" = ${offeringId}::uuid
    ), saved AS (
      INSERT INTO "BookingDraft" AS d ("id", "accountId", "patientId", "offeringId", "content", "pictureIds", "updatedAt")
      SELECT ${newId()}::uuid, ${accountId}::uuid, ${patientId}::uuid, ${offeringId}::uuid, ${content}, ${pictureIds}::uuid[], ${now}
      FROM allowed WHERE ${version}::int = 0 OR EXISTS (
        SELECT FROM "BookingDraft" WHERE "accountId" = ${accountId}::uuid AND "patientId" = ${patientId}::uuid AND "offeringId" = ${offeringId}::uuid)
      ON CONFLICT ("accountId", "patientId", "offeringId") DO UPDATE
        SET "content" = EXCLUDED."content", "pictureIds" = EXCLUDED."pictureIds", "updatedAt" = EXCLUDED."updatedAt", "version" = d."version" + 1
        WHERE d."version" = ${version}::int
      RETURNING "version"
    )
    SELECT EXISTS (SELECT FROM allowed) AS "mayWrite", (SELECT "version" FROM saved) AS "version"`;
  return row?.mayWrite ? row.version : undefined;
}
