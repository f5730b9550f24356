import "server-only";
import { db } from "@/lib/db/client";
import { dateColumn, startOfDay } from "@/lib/domain/calendar";
import { lastDestroyableDay } from "@/lib/domain/retention";
import type { DestroyableKind } from "@/lib/domain/retention-input";

interface Named {
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

export interface DestructionRow {
  readonly id: string;
  readonly kind: DestroyableKind;
  readonly before: Date;
  readonly reason: string;
  readonly status: "proposed" | "approved" | "refused" | "withdrawn" | "done";
  readonly proposedById: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly doneAt: Date | null;
  readonly note: string;
  readonly destroyed: number;
  readonly proposer: Named;
  readonly decider: Named;
}

export interface HoldRow {
  readonly id: string;
  readonly patient: string;
  readonly reason: string;
  readonly placedAt: Date;
  readonly liftedAt: Date | null;
  readonly liftReason: string | null;
  readonly placer: Named;
}

const MOST = 100;

/** How much there is whose years are over, with and without a hold, by kind. */
async function overdue(now: Date): Promise<Record<DestroyableKind, { due: number; held: number }>> {
  const [talks, sales] = [lastDestroyableDay("conversation", now), lastDestroyableDay("sale", now)];
  const [row] = await db().$queryRaw<{ found: Record<DestroyableKind, { due: number; held: number }> }[]>`
    SELECT json_build_object(
      'conversation', (SELECT json_build_object('due', count(*) FILTER (WHERE h."id" IS NULL), 'held', count(h."id"))
        FROM "Consultation" c LEFT JOIN "LegalHold" h ON h."patientId" = c."patientId" AND h."liftedAt" IS NULL
        WHERE c."closedAt" < ${startOfDay(talks)} AND c."conversationGoneAt" IS NULL),
      'sale', (SELECT json_build_object('due', count(*) FILTER (WHERE h."id" IS NULL), 'held', count(h."id"))
        FROM "Order" o LEFT JOIN "LegalHold" h ON h."patientId" = o."patientId" AND h."liftedAt" IS NULL
        WHERE o."createdAt" < ${startOfDay(sales)} AND o."deliveryGoneAt" IS NULL
          AND o."status" IN ('collected', 'delivered', 'lapsed', 'cancelled', 'unclaimed', 'returned', 'lost'))) AS "found"`;
  if (!row) throw new Error("the retention's count answered nothing");
  return row.found;
}

/** What may be destroyed, the register of what was, and the holds. */
export async function retentionDesk(now: Date) {
  const [counts, destructions, holds] = await Promise.all([
    overdue(now),
    db().$queryRaw<DestructionRow[]>`
      SELECT d."id", d."kind", d."before", d."reason", d."status"::text AS "status", d."proposedById", d."proposedAt", d."decidedAt", d."doneAt",
        d."note", d."destroyed", jsonb_build_object('nameZh', p."nameZh", 'nameEn', p."nameEn") AS "proposer",
        jsonb_build_object('nameZh', s."nameZh", 'nameEn', s."nameEn") AS "decider"
      FROM "Destruction" d LEFT JOIN "Staff" p ON p."accountId" = d."proposedById" LEFT JOIN "Staff" s ON s."accountId" = d."decidedById"
      ORDER BY d."proposedAt" DESC LIMIT ${MOST}`,
    db().$queryRaw<HoldRow[]>`
      SELECT h."id", p."name" AS "patient", h."reason", h."placedAt", h."liftedAt", h."liftReason",
        jsonb_build_object('nameZh', s."nameZh", 'nameEn', s."nameEn") AS "placer"
      FROM "LegalHold" h JOIN "Patient" p ON p."id" = h."patientId" LEFT JOIN "Staff" s ON s."accountId" = h."placedById"
      ORDER BY h."liftedAt" IS NOT NULL, h."placedAt" DESC LIMIT ${MOST}`,
  ]);
  const lastDays = {
    conversation: dateColumn(lastDestroyableDay("conversation", now)),
    sale: dateColumn(lastDestroyableDay("sale", now)),
  };
  return { counts, destructions, holds, lastDays };
}
