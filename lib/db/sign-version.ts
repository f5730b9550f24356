import "server-only";
import { createHash } from "node:crypto";
import { findingKey } from "@/lib/domain/finding";
import { furtherStatement, type SignedVersion, signedContent } from "@/lib/domain/signed-content";
import { conflict } from "@/lib/errors";
import { Prisma } from "./client";
import { newId } from "./id";
import type { Signer } from "./signing/signer";
import type { Work } from "./transact";

/**
 * Signs one version with the prescriber's key and writes it with its lines, in the same statement as what it hangs on: of the
 * parts `held`, the one of that name makes the prescription, or moves it by compare-and-set, and returns its "id". A dose
 * above the label is signed for a second time (R18), and so is a version that the doctor stands by. Throws `conflict` where
 * `held` returns none; then nothing is written.
 */
export async function signVersion(
  work: Work,
  held: Prisma.Sql,
  signed: SignedVersion,
  signer: Signer,
  standsBy = false,
): Promise<void> {
  const statement = signedContent(signed);
  const sha256 = createHash("sha256").update(statement).digest("hex");
  const { prescriptionNumber, version, prescriberId: signerId, signedAt } = signed;
  const about = { prescriptionNumber, version, contentSha256: sha256, signerId, signedAt };
  const above = signed.findings.filter(({ rule }) => rule === "R18").map(findingKey);
  const signatures = JSON.stringify([
    signer.sign("prescribe", statement),
    ...(above.length > 0 ? [signer.sign("confirm_dose", furtherStatement("confirm_dose", about, { above }))] : []),
    ...(standsBy ? [signer.sign("double_sign", furtherStatement("double_sign", about))] : []),
  ]);
  const items = JSON.stringify(signed.items.map((item) => ({ id: newId(), ...item })));
  const written = await work.tx.$queryRaw<unknown[]>`
    WITH ${held}, signed AS (
      INSERT INTO "PrescriptionVersion" ("id", "prescriptionId", "number", "prescriberId", "diagnosisCodes", "diagnosisText",
        "advice", "validDays", "supplyReason", "findings", "isScreened", "overrides", "guardianConfirmed", "states", "weightKg",
        "assessment", "knowledge", "contentSha256", "signedAt")
      SELECT ${newId()}::uuid, held."id", ${signed.version}, ${signed.prescriberId}::uuid, ${[...signed.diagnosisCodes]}::text[],
        ${signed.diagnosisText}, ${signed.advice}, ${signed.validDays}, ${signed.supplyReason}, ${JSON.stringify(signed.findings)}::jsonb,
        ${signed.isScreened}, ${JSON.stringify(signed.overrides)}::jsonb, ${signed.guardianConfirmed}, ${[...signed.states]}::text[],
        ${signed.weightKg}::numeric, ${signed.assessment}, ${JSON.stringify(signed.knowledge)}::jsonb, ${sha256}, ${signed.signedAt}
      FROM held RETURNING "id"
    ), proven AS (
      INSERT INTO "Signature" ("id", "versionId", "keyId", "signerId", "purpose", "statement", "value", "at")
      SELECT s."id", signed."id", s."keyId", s."signerId", s."purpose", s."statement", s."value", ${signed.signedAt}
      FROM signed, jsonb_to_recordset(${signatures}::jsonb) AS s("id" uuid, "keyId" uuid, "signerId" uuid, "purpose" text,
        "statement" text, "value" text)
    )
    INSERT INTO "PrescriptionItem" ("id", "versionId", "position", "medicineId", "dose", "doseUnit", "frequency", "route",
      "timing", "days", "packs", "unitPriceFen", "note")
    SELECT item."id", signed."id", item."position", item."medicineId", item."dose", item."doseUnit", item."frequency",
      item."route", item."timing", item."days", item."packs", item."unitPriceFen", item."note"
    FROM signed, jsonb_to_recordset(${items}::jsonb) AS item("id" uuid, "position" int, "medicineId" uuid, "dose" numeric,
      "doseUnit" text, "frequency" text, "route" text, "timing" text, "days" int, "packs" int, "unitPriceFen" int, "note" text)
    RETURNING "id"`;
  if (written.length === 0) throw conflict();
}

/** Moves a prescription that came back to review again with a new version: the part of `signVersion` that decides who was first. */
export const resubmitted = (
  prescription: { readonly id: string; readonly status: string; readonly version: number },
  change: {
    readonly contentVersion: number;
    readonly submittedAt: Date;
    readonly validUntil: Date;
    readonly isUrgent: boolean;
  },
): Prisma.Sql => Prisma.sql`held AS (
  UPDATE "Prescription" SET "status" = 'in_review', "version" = "version" + 1, "contentVersion" = ${change.contentVersion},
    "submittedAt" = ${change.submittedAt}, "isUrgent" = ${change.isUrgent}, "escalatedAt" = NULL, "validUntil" = ${change.validUntil}, "claimedById" = NULL, "claimedUntil" = NULL
  WHERE "id" = ${prescription.id}::uuid AND "status" = ${prescription.status}::"PrescriptionStatus" AND "version" = ${prescription.version}
  RETURNING "id")`;
