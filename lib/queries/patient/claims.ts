import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { maskPhone } from "@/lib/domain/one-time-code";
import { notFound } from "@/lib/errors";

/** Claims that concern this account: those it has made, and those on people whom it acts for. */
export async function openClaims(actor: Person, now: Date) {
  const { accountId } = actor;
  const rows = await db().patientClaim.findMany({
    where: {
      status: "pending",
      dueAt: { gt: now },
      OR: [{ accountId }, { patient: { links: { some: { accountId, endedAt: null } } } }],
    },
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, accountId: true, relation: true, dueAt: true },
      patient: { select: { name: true } },
      account: { select: { displayName: true, phoneSealed: true } },
    },
  });
  return rows.map(({ account, patient, accountId: by, ...claim }) => ({
    ...claim,
    isMine: by === accountId,
    /** Who asks, as the family may know it: the masked number. */
    by: account.phoneSealed ? maskPhone(unseal(account.phoneSealed)) : account.displayName,
    name: patient.name,
  }));
}

export type OpenClaimRow = Awaited<ReturnType<typeof openClaims>>[number];

/** Who is claimed, for the comparison with the hospital's server; never for a screen. Throws `not_found`. */
export async function claimedIdentity(actor: Person, claimId: string, now: Date) {
  const claim = await db().patientClaim.findFirst({
    where: { id: claimId, accountId: actor.accountId, status: "pending", dueAt: { gt: now } },
    select: { patient: { select: { id: true, name: true, birthDate: true, idDocument: true, idNumberSealed: true } } },
  });
  if (!claim) throw notFound();
  const { idNumberSealed, birthDate, ...patient } = claim.patient;
  return { ...patient, birthDay: birthDate.toISOString().slice(0, 10), idNumber: unseal(idNumberSealed) };
}
