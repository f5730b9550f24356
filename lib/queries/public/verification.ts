import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { isSigned } from "@/lib/db/signing/algorithms";
import { fingerprintOf } from "@/lib/db/signing/fingerprint";
import { readVerificationCode } from "@/lib/domain/prescription-form";

/** What a stranger is told of a version: how it stands, and nothing clinical. */
export type Standing = "valid" | "superseded" | "in_review" | "dispensed" | "expired" | "void" | "refused";

const ofStatus: Readonly<Record<string, Standing>> = {
  ...{ dispensed: "dispensed", expired: "expired", voided: "void", refused: "refused" },
};

function standingOf(status: string, isNewest: boolean, validUntil: Date | null, now: Date): Standing {
  if (!isNewest) return "superseded";
  const closed = ofStatus[status];
  if (closed) return closed;
  if (validUntil && validUntil <= now) return "expired";
  return status === "approved" ? "valid" : "in_review";
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Checks a code of the official form: how the version stands, and each signature anew. Null where number, version and digest
 * belong to nothing here. Whether what is stored is still what was signed is part of it.
 */
export async function verification(code: string, now: Date) {
  const asked = readVerificationCode(code);
  if (!asked) return null;
  const version = await db().prescriptionVersion.findFirst({
    where: {
      number: asked.version,
      contentSha256: { startsWith: asked.digest },
      prescription: { number: asked.number },
    },
    select: {
      ...{ number: true, contentSha256: true, signedAt: true },
      prescription: { select: { number: true, status: true, validUntil: true, contentVersion: true } },
      items: {
        orderBy: { position: "asc" },
        select: { position: true, medicineId: true, dose: true, frequency: true, route: true, days: true, packs: true },
      },
      signatures: {
        orderBy: { at: "asc" },
        select: {
          ...{ purpose: true, statement: true, value: true, at: true },
          key: { select: { algorithm: true, publicKey: true } },
        },
      },
    },
  });
  if (!version) return null;
  const { prescription, signatures, items, contentSha256 } = version;
  const content = signatures.find(({ purpose }) => purpose === "prescribe");
  const stored = items.map(({ dose, ...item }) => ({ ...item, dose: dose.toString() }));
  const isWhole =
    content !== undefined && sha256(content.statement) === contentSha256 && isStated(content.statement, stored);
  return {
    ...{ number: prescription.number, version: version.number, signedAt: version.signedAt },
    validUntil: prescription.validUntil,
    standing: standingOf(
      prescription.status,
      prescription.contentVersion === version.number,
      prescription.validUntil,
      now,
    ),
    isWhole,
    signatures: signatures.map(({ purpose, statement, value, at, key }) => ({
      ...{ purpose, at, algorithm: key.algorithm, fingerprint: fingerprintOf(key.publicKey) },
      isValid:
        isSigned(key, statement, value) &&
        statement.includes(purpose === "prescribe" ? prescription.number : contentSha256),
    })),
  };
}

/** Whether the signed text says of every line what the database says of it. */
function isStated(statement: string, stored: readonly Readonly<Record<string, unknown>>[]): boolean {
  const { items = [] }: { items?: readonly Readonly<Record<string, unknown>>[] } = JSON.parse(statement);
  const same = (line: Readonly<Record<string, unknown>>, said: Readonly<Record<string, unknown>> | undefined) =>
    said !== undefined && Object.entries(line).every(([field, value]) => String(said[field]) === String(value));
  return items.length === stored.length && stored.every((line, index) => same(line, items[index]));
}

export type Verification = NonNullable<Awaited<ReturnType<typeof verification>>>;
