import "server-only";
import type { Work } from "../transact";

/**
 * The living link of an account to a person, held until the transaction ends: what is agreed to and withdrawn for the person comes
 * one after the other. Null where the account does not act for the person.
 */
export async function lockLink(
  work: Work,
  accountId: string,
  patientId: string,
): Promise<{ isGuardian: boolean; birthDate: Date } | null> {
  const [link] = await work.tx.$queryRaw<{ isGuardian: boolean; birthDate: Date }[]>`
    SELECT l."isGuardian", p."birthDate" FROM "PatientLink" l JOIN "Patient" p ON p."id" = l."patientId"
    WHERE l."accountId" = ${accountId}::uuid AND l."patientId" = ${patientId}::uuid AND l."endedAt" IS NULL
    FOR UPDATE OF l`;
  return link ?? null;
}
