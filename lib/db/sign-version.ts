import "server-only";
import { createHash } from "node:crypto";
import { type SignedVersion, signedContent } from "@/lib/domain/signed-content";
import { conflict } from "@/lib/errors";
import { Prisma } from "./client";
import { newId } from "./id";
import type { Work } from "./transact";

/**
 * Writes one signed version with its lines, in the same statement as what it hangs on: of the parts `held`, the one of
 * that name makes the prescription, or moves it by compare-and-set, and returns its "id". Throws `conflict` where it returns none; then nothing is written.
 */
export async function signVersion(work: Work, held: Prisma.Sql, signed: SignedVersion): Promise<void> {
  const sha256 = createHash("sha256").update(signedContent(signed)).digest("hex");
  const items = JSON.stringify(signed.items.map((item) => ({ id: newId(), ...item })));
  const written = await work.tx.$queryRaw<unknown[]>`
    WITH ${held}, signed AS (
      INSERT INTO "PrescriptionVersion" ("id", "prescriptionId", "number", "prescriberId", "diagnosisCodes", "diagnosisText",
        "advice", "validDays", "supplyReason", "findings", "isScreened", "overrideReason", "guardianConfirmed", "contentSha256", "signedAt")
      SELECT ${newId()}::uuid, held."id", ${signed.version}, ${signed.prescriberId}::uuid, ${[...signed.diagnosisCodes]}::text[],
        ${signed.diagnosisText}, ${signed.advice}, ${signed.validDays}, ${signed.supplyReason}, ${JSON.stringify(signed.findings)}::jsonb,
        ${signed.isScreened}, ${signed.overrideReason}, ${signed.guardianConfirmed}, ${sha256}, ${signed.signedAt}
      FROM held RETURNING "id"
    )
    INSERT INTO "PrescriptionItem" ("id", "versionId", "position", "medicineId", "dose", "doseUnit", "frequency", "route",
      "days", "packs", "unitPriceFen", "note")
    SELECT item."id", signed."id", item."position", item."medicineId", item."dose", item."doseUnit", item."frequency",
      item."route", item."days", item."packs", item."unitPriceFen", item."note"
    FROM signed, jsonb_to_recordset(${items}::jsonb) AS item("id" uuid, "position" int, "medicineId" uuid, "dose" numeric,
      "doseUnit" text, "frequency" text, "route" text, "days" int, "packs" int, "unitPriceFen" int, "note" text)
    RETURNING "id"`;
  if (written.length === 0) throw conflict();
}

/** Moves a prescription that came back to review again with a new version: the part of `signVersion` that decides who was first. */
export const resubmitted = (
  prescription: { readonly id: string; readonly status: string; readonly version: number },
  change: { readonly contentVersion: number; readonly submittedAt: Date; readonly validUntil: Date },
): Prisma.Sql => Prisma.sql`held AS (
  UPDATE "Prescription" SET "status" = 'in_review', "version" = "version" + 1, "contentVersion" = ${change.contentVersion},
    "submittedAt" = ${change.submittedAt}, "validUntil" = ${change.validUntil}, "claimedById" = NULL, "claimedUntil" = NULL
  WHERE "id" = ${prescription.id}::uuid AND "status" = ${prescription.status}::"PrescriptionStatus" AND "version" = ${prescription.version}
  RETURNING "id")`;
