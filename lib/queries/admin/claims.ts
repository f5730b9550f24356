import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { maskPhone } from "@/lib/domain/one-time-code";
import { maskNumber } from "@/lib/domain/resident-id";

/** Claims that nobody has decided yet, those that end first on top; numbers are masked. */
export async function claimsToDecide(now: Date) {
  const rows = await db().patientClaim.findMany({
    where: { status: "pending", dueAt: { gt: now } },
    orderBy: { dueAt: "asc" },
    take: 100,
    select: {
      ...{ id: true, relation: true, createdAt: true, dueAt: true },
      patient: { select: { name: true, idDocument: true, idNumberSealed: true } },
      account: { select: { displayName: true, phoneSealed: true } },
    },
  });
  return rows.map(({ account, patient, ...claim }) => ({
    ...claim,
    name: patient.name,
    idDocument: patient.idDocument,
    idNumberMasked: maskNumber(unseal(patient.idNumberSealed)),
    by: account.phoneSealed ? maskPhone(unseal(account.phoneSealed)) : account.displayName,
  }));
}
