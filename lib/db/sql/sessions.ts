import "server-only";
import { dateColumn, minuteOfDay, shanghaiDay } from "@/lib/domain/calendar";
import { SESSION_DAYS } from "@/lib/domain/schedule";
import { db, Prisma } from "../client";

/**
 * For the `LATERAL` of a statement over `"Offering" o`: the sessions of today that have not ended and of the days that can be booked, each
 * with the places that are left (`day`, `fromMinute`, `toMinute`, `left`).
 */
export const sessionsAhead = (now: Date) => Prisma.sql`(
  SELECT days."day"::date AS "day", s."fromMinute", s."toMinute", s."places" - COALESCE(t."taken", 0) AS "left"
  FROM generate_series(${dateColumn(shanghaiDay(now))}::date, ${dateColumn(shanghaiDay(now))}::date + ${SESSION_DAYS - 1}::int, interval '1 day') AS days("day")
  CROSS JOIN LATERAL sessions_of(o."id", days."day"::date) s
  LEFT JOIN "DoctorDay" t ON t."offeringId" = o."id" AND t."day" = days."day"::date AND t."fromMinute" = s."fromMinute"
  WHERE days."day"::date > ${dateColumn(shanghaiDay(now))}::date OR s."toMinute" > ${minuteOfDay(now)}::int
)`;

export interface Places {
  readonly offeringId: string;
  /** Places left in today's sessions. */
  readonly today: number;
  /** The next session that has a place; null within the days that can be booked. */
  readonly nextDay: string | null;
  readonly nextFrom: number | null;
}

/** What is left of each offering today, and when the next place is, in one statement. */
export const placesOf = (offeringIds: readonly string[], now: Date) =>
  db().$queryRaw<Places[]>`
    SELECT o."id" AS "offeringId", COALESCE(a."today", 0)::int AS "today", a."next" ->> 'day' AS "nextDay", (a."next" ->> 'from')::int AS "nextFrom"
    FROM "Offering" o LEFT JOIN LATERAL (
      SELECT sum(s."left") FILTER (WHERE s."day" = ${dateColumn(shanghaiDay(now))}::date) AS "today",
        (jsonb_agg(jsonb_build_object('day', s."day", 'from', s."fromMinute") ORDER BY s."day", s."fromMinute")) -> 0 AS "next"
      FROM ${sessionsAhead(now)} s WHERE s."left" > 0
    ) a ON true
    WHERE o."id" = ANY(${[...offeringIds]}::uuid[])`;
