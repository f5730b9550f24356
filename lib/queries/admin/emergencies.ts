import "server-only";
import { db } from "@/lib/db/client";

const MOST = 100;

/** Records that were opened in an emergency: what waits for its review, the oldest first; or what was reviewed, the newest first. */
export const emergencies = (isReviewed: boolean) =>
  db().emergencyAccess.findMany({
    where: { reviewedAt: isReviewed ? { not: null } : null },
    orderBy: isReviewed ? { reviewedAt: "desc" } : { openedAt: "asc" },
    take: MOST,
    select: {
      ...{ id: true, reason: true, openedAt: true, verdict: true, reviewNote: true },
      patient: { select: { name: true } },
      doctor: { select: { nameZh: true, nameEn: true, department: { select: { nameZh: true, nameEn: true } } } },
      reviewedBy: { select: { displayName: true } },
    },
  });
