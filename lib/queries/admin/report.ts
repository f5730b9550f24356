import "server-only";
import { db } from "@/lib/db/client";

export interface Report {
  /** Consultations by the day of booking in Asia/Shanghai (YYYY-MM-DD). */
  readonly byDay: readonly { readonly day: string; readonly booked: number; readonly finished: number }[];
  readonly consultations: readonly { readonly status: string; readonly count: number }[];
  /** Minutes from submission to decision: median and ninth decile; null where nothing was decided. */
  readonly reviews: {
    readonly decided: number;
    readonly returned: number;
    readonly medianMinutes: number | null;
    readonly p90Minutes: number | null;
  };
  /** Fen, from the ledger: money that came in, by purpose, and what went back. */
  readonly revenue: readonly { readonly purpose: string; readonly paidFen: number; readonly refundedFen: number }[];
  readonly deliveries: readonly {
    readonly carrierCode: string;
    readonly sent: number;
    readonly signed: number;
    readonly medianHours: number | null;
  }[];
}

/** What happened since `since`: one statement, read live from the rows. */
export async function report(since: Date): Promise<Report> {
  const [row] = await db().$queryRaw<{ report: Report }[]>`
    SELECT json_build_object(
      'byDay', (SELECT COALESCE(json_agg(d ORDER BY d."day"), '[]') FROM (
        SELECT to_char("createdAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "day", count(*)::int AS "booked",
          count(*) FILTER (WHERE "status" = 'finished')::int AS "finished"
        FROM "Consultation" WHERE "createdAt" >= ${since} GROUP BY 1) d),
      'consultations', (SELECT COALESCE(json_agg(s ORDER BY s."count" DESC), '[]') FROM (
        SELECT "status"::text AS "status", count(*)::int AS "count" FROM "Consultation" WHERE "createdAt" >= ${since} GROUP BY 1) s),
      'reviews', (SELECT json_build_object(
          'decided', count(*)::int, 'returned', count(*) FILTER (WHERE r."decision" = 'returned')::int,
          'medianMinutes', percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r."at" - v."signedAt") / 60),
          'p90Minutes', percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM r."at" - v."signedAt") / 60))
        FROM "PrescriptionReview" r JOIN "PrescriptionVersion" v ON v."id" = r."versionId" WHERE r."at" >= ${since}),
      'revenue', (SELECT COALESCE(json_agg(m ORDER BY m."purpose"), '[]') FROM (
        SELECT "account" AS "purpose", COALESCE(-sum("amountFen") FILTER (WHERE "refundId" IS NULL), 0)::int AS "paidFen",
          COALESCE(sum("amountFen") FILTER (WHERE "refundId" IS NOT NULL), 0)::int AS "refundedFen"
        FROM "LedgerEntry" WHERE "account" <> 'gateway' AND "at" >= ${since} GROUP BY 1) m),
      'deliveries', (SELECT COALESCE(json_agg(x ORDER BY x."sent" DESC), '[]') FROM (
        SELECT "carrierCode", count(*)::int AS "sent", count(*) FILTER (WHERE "status" = 'signed')::int AS "signed",
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "lastEventAt" - "createdAt") / 3600)
            FILTER (WHERE "status" = 'signed') AS "medianHours"
        FROM "Shipment" WHERE "createdAt" >= ${since} GROUP BY 1) x)
    ) AS "report"`;
  if (!row) throw new Error("the report answered nothing");
  return row.report;
}
