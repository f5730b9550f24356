import "server-only";
import { randomUUID } from "node:crypto";
import { NOBODY } from "@/lib/domain/retention";
import { digest, seal } from "../seal";
import type { Work } from "../transact";

/** Whose data goes, and how far: see `deletionOutcome`. */
export interface Deletion {
  readonly accountId: string;
  readonly patientId: string;
  /** Another account acts for the person: record and card stay for it. */
  readonly isShared: boolean;
  readonly keepsIdentity: boolean;
  readonly closesAccount: boolean;
}

/**
 * Takes away in one statement what no rule keeps. What must stay is not touched: the database role could not delete it either.
 * Returns where the pictures that go are stored; their bytes are the outbox's to erase.
 */
export async function deletePersonal({ tx, now }: Work, deletion: Deletion): Promise<string[]> {
  const { accountId, patientId, isShared, keepsIdentity, closesAccount } = deletion;
  const blank = randomUUID();
  const rows = await tx.$queryRaw<{ storageKey: string }[]>`
    WITH thing AS (
      SELECT "id" FROM "Consultation" WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
      UNION ALL SELECT "id" FROM "Prescription" WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
      UNION ALL SELECT "id" FROM "Order" WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
      UNION ALL SELECT p."id" FROM "Payment" p LEFT JOIN "Consultation" c ON c."id" = p."consultationId" LEFT JOIN "Order" o ON o."id" = p."orderId"
        WHERE p."accountId" = ${accountId}::uuid AND ${patientId}::uuid IN (c."patientId", o."patientId")
      UNION ALL SELECT ${patientId}::uuid
    ), entries AS (
      DELETE FROM "RecordEntry" WHERE "patientId" = ${patientId}::uuid AND NOT ${isShared}
    ), cards AS (
      DELETE FROM "HealthCard" WHERE "patientId" = ${patientId}::uuid AND NOT ${isShared}
    ), drafts AS (
      DELETE FROM "BookingDraft" WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid RETURNING "pictureIds"
    ), pictures AS (
      DELETE FROM "File" f WHERE f."ownerId" = ${accountId}::uuid AND f."consultationId" IS NULL AND f."requestEntryId" IS NULL
        AND (${closesAccount} OR f."id" IN (SELECT unnest("pictureIds") FROM drafts))
      RETURNING f."storageKey"
    ), notices AS (
      DELETE FROM "Notice" n WHERE n."accountId" = ${accountId}::uuid
        AND (${closesAccount} OR EXISTS (SELECT FROM thing WHERE position(thing."id"::text IN n."path") > 0))
    ), addresses AS (
      DELETE FROM "SavedAddress" WHERE "accountId" = ${accountId}::uuid AND ${closesAccount}
    ), links AS (
      DELETE FROM "PatientLink" WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
    ), claims AS (
      UPDATE "PatientClaim" SET "decidedAt" = ${now},
        "status" = CASE WHEN "accountId" = ${accountId}::uuid THEN 'withdrawn' ELSE 'expired' END::"ClaimStatus"
      WHERE "patientId" = ${patientId}::uuid AND "status" = 'pending' AND ("accountId" = ${accountId}::uuid OR NOT ${keepsIdentity})
    ), sessions AS (
      UPDATE "Session" SET "actingForId" = NULLIF("actingForId", ${patientId}::uuid),
        "endedAt" = CASE WHEN ${closesAccount} THEN ${now} ELSE "endedAt" END
      WHERE "accountId" = ${accountId}::uuid AND "endedAt" IS NULL
    ), unpaid AS (
      UPDATE "Consultation" SET "symptoms" = '', "intake" = NULL
      WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid AND "paidAt" IS NULL AND "status" = 'lapsed'
    ), person AS (
      UPDATE "Patient" SET "recordFetchedAt" = NULL, "recordWholeAt" = NULL, "recordSyncedTo" = NULL,
        "name" = CASE WHEN ${keepsIdentity} THEN "name" ELSE ${NOBODY} END,
        "idNumberSealed" = CASE WHEN ${keepsIdentity} THEN "idNumberSealed" ELSE ${seal(blank)} END,
        "idNumberDigest" = CASE WHEN ${keepsIdentity} THEN "idNumberDigest" ELSE ${digest("id_number", blank)} END,
        "sex" = CASE WHEN ${keepsIdentity} THEN "sex" ELSE 'unknown'::"Sex" END,
        "birthDate" = CASE WHEN ${keepsIdentity} THEN "birthDate" ELSE '1900-01-01'::date END
      WHERE "id" = ${patientId}::uuid AND NOT ${isShared}
    ), account AS (
      UPDATE "Account" SET "status" = 'disabled', "displayName" = ${NOBODY}, "phoneSealed" = NULL, "passwordHash" = NULL,
        "wechatOpenId" = NULL, "loginDigest" = ${digest("login", blank)}
      WHERE "id" = ${accountId}::uuid AND ${closesAccount}
    )
    SELECT "storageKey" FROM pictures`;
  return rows.map(({ storageKey }) => storageKey);
}
