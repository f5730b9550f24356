import "server-only";
import { db } from "@/lib/db/client";

const MOST = 100;

/** Notices that did not get out, the newest first: what kind, by which channel, why; nobody's name. */
export const failedDeliveries = () =>
  db().noticeDelivery.findMany({
    where: { status: { in: ["failed", "unreachable"] } },
    orderBy: { at: "desc" },
    take: MOST,
    select: {
      ...{ noticeId: true, channel: true, status: true, reason: true, at: true },
      notice: { select: { kind: true, params: true } },
    },
  });
