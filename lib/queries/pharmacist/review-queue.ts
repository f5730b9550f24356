import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { storedFindings } from "@/lib/db/stored-findings";
import type { Person } from "@/lib/domain/actor";
import type { Severity } from "@/lib/domain/finding";

const MOST = 100;
const gravity: readonly Severity[] = ["stop", "reason", "note"];

/** What waits for review, the urgent first, then the longest: for whom, by whom, how grave the checks' worst finding is, and who holds it. One statement. */
export async function reviewQueue(actor: Person, now: Date) {
  const rows = await db().prescription.findMany({
    where: { AND: [{ status: "in_review" }, scope.prescription(actor)] },
    orderBy: [{ isUrgent: "desc" }, { submittedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...{ id: true, number: true, submittedAt: true, validUntil: true, claimedById: true, claimedUntil: true },
      ...{ isUrgent: true, escalatedAt: true, claimedBy: { select: { displayName: true } } },
      patient: { select: { name: true, sex: true, birthDate: true } },
      consultation: { select: { doctor: { select: { nameZh: true, nameEn: true } } } },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, isScreened: true, findings: true, _count: { select: { items: true } } },
      },
    },
  });
  return rows.flatMap(({ versions: [newest], claimedById, claimedUntil, claimedBy, consultation, ...row }) => {
    if (!newest) return [];
    const findings = storedFindings.parse(newest.findings);
    const isHeld = claimedById !== null && claimedUntil !== null && claimedUntil > now;
    return {
      ...row,
      doctor: consultation.doctor,
      version: newest.number,
      lines: newest._count.items,
      isScreened: newest.isScreened,
      worst: gravity.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null,
      heldUntil: isHeld ? claimedUntil : null,
      holder: isHeld ? (claimedBy?.displayName ?? "") : null,
      isMine: isHeld && claimedById === actor.accountId,
    };
  });
}

export type ReviewRow = Awaited<ReturnType<typeof reviewQueue>>[number];
