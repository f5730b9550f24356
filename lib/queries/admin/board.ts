import "server-only";
import { db } from "@/lib/db/client";
import { type BoardTile, BREAKING_MINUTES, type Standing } from "@/lib/domain/board";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { REVIEW_MINUTES } from "@/lib/domain/prescription";
import { DISPENSE_HOURS } from "@/lib/domain/report";

/** What waits for somebody at this moment, and since when, in one statement. */
export async function liveBoard(now: Date): Promise<Readonly<Record<BoardTile, Standing>>> {
  const [row] = await db().$queryRaw<{ board: Record<BoardTile, Standing> }[]>`
    SELECT json_object_agg("tile", json_build_object('count', "count", 'at', "at", 'isBad', "isBad")) AS "board" FROM (
      SELECT 'waiting' AS "tile", count(*)::int AS "count", min("paidAt") AS "at", false AS "isBad" FROM "Consultation" WHERE "status" = 'waiting'
      UNION ALL SELECT 'breaking', count(*)::int, min("dueAt"), count(*) > 0 FROM "Consultation"
        WHERE "status" IN ('waiting', 'in_progress') AND "firstReplyAt" IS NULL AND "dueAt" <= ${addMinutes(now, BREAKING_MINUTES)}
      UNION ALL SELECT 'reviews', count(*)::int, min("submittedAt"), COALESCE(min("submittedAt") < ${addMinutes(now, -REVIEW_MINUTES)}, false)
        FROM "Prescription" WHERE "status" IN ('in_review', 'double_signed')
      UNION ALL SELECT 'dispensing', count(*)::int, min("paidAt"), COALESCE(min("paidAt") < ${addMinutes(now, -DISPENSE_HOURS * 60)}, false)
        FROM "Order" WHERE "status" IN ('paid', 'picking', 'checked')
      UNION ALL SELECT 'parcels', count(*)::int, min(COALESCE("lastEventAt", "createdAt")), count(*) > 0 FROM "Shipment"
        WHERE "staleToldAt" IS NOT NULL AND "status" NOT IN ('signed', 'returned')
      UNION ALL SELECT 'requests', count(*)::int, min("dueAt"), COALESCE(min("dueAt") < ${now}, false) FROM "ServiceRequest"
        WHERE "status" IN ('open', 'reopened')
      UNION ALL SELECT 'refunds', count(*)::int, min("createdAt"), count(*) > 0 FROM "Refund" WHERE "status" = 'failed' AND "retriedAt" IS NULL
      UNION ALL SELECT 'books', count(*)::int, min("madeAt"), count(*) > 0 FROM "Reconciliation"
        WHERE "day" > ${addDays(now, -30)}::date AND jsonb_array_length("differences") > 0
      UNION ALL SELECT 'invoices', count(*)::int, min("createdAt"), false FROM "Invoice" WHERE "status" = 'asked'
      UNION ALL SELECT 'queue', count(*)::int, min("createdAt"), COALESCE(min("createdAt") < ${addMinutes(now, -10)}, false)
        FROM "Outbox" WHERE "sentAt" IS NULL AND "nextAt" <= ${now}
      UNION ALL SELECT 'notices', count(*)::int, min("at"), count(*) > 0 FROM "NoticeDelivery" WHERE "status" = 'failed' AND "at" > ${addDays(now, -1)}
      UNION ALL SELECT 'denied', count(*)::int, min("at"), false FROM "AuditEvent" WHERE NOT "isAllowed" AND "action" <> 'rule.refuse' AND "at" > ${addDays(now, -1)}
      UNION ALL SELECT 'emergencies', count(*)::int, min("openedAt"), count(*) > 0 FROM "EmergencyAccess" WHERE "verdict" IS NULL
      UNION ALL SELECT 'deletions', count(*)::int, min("createdAt"), COALESCE(min("dueAt") < ${now}, false) FROM "DeletionRequest" WHERE "status" = 'open'
      UNION ALL SELECT 'claims', count(*)::int, min("createdAt"), COALESCE(min("dueAt") < ${now}, false) FROM "PatientClaim" WHERE "status" = 'pending'
    ) tiles`;
  if (!row) throw new Error("the board answered nothing");
  return row.board;
}
