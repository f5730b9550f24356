import "server-only";
import { bookableChannels } from "@/lib/domain/booking-limits";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { DoctorSearch } from "@/lib/domain/doctor-search";
import { db } from "../client";
import { sessionsAhead } from "./sessions";

export interface FoundPlaces {
  /** Places left in today's sessions. */
  readonly today: number;
  /** The next session that has a place, `YYYY-MM-DD` and its first minute; null within the days that can be booked. */
  readonly nextDay: string | null;
  readonly nextFrom: number | null;
}

export interface FoundRow {
  readonly id: string;
  /** By offering id. */
  readonly places: Readonly<Record<string, FoundPlaces>>;
}

/**
 * The doctors that a search means, the best first, with what is left of each service, in one statement. Words are looked for in the name, then
 * the specialties, the department, and the diseases (ICD-10) that the department follows; in Chinese, pinyin and English.
 */
export function searchDoctors(wanted: DoctorSearch, now: Date, most: number): Promise<FoundRow[]> {
  const { text, department, service, title, fee, rating, when } = wanted;
  const plain = text?.toLowerCase() ?? null;
  const letters = plain?.replace(/\s/g, "") ?? null;
  const today = dateColumn(shanghaiDay(now));
  return db().$queryRaw<FoundRow[]>`
    WITH place AS (
      SELECT o."id", o."doctorId", o."service", o."feeFen", COALESCE(a."today", 0)::int AS "today",
        a."next" ->> 'day' AS "nextDay", (a."next" ->> 'from')::int AS "nextFrom"
      FROM "Offering" o LEFT JOIN LATERAL (
        SELECT sum(s."left") FILTER (WHERE s."day" = ${today}::date) AS "today",
          (jsonb_agg(jsonb_build_object('day', s."day", 'from', s."fromMinute") ORDER BY s."day", s."fromMinute")) -> 0 AS "next"
        FROM ${sessionsAhead(now)} s WHERE s."left" > 0
      ) a ON true
      WHERE o."isActive" AND o."feeFen" > 0 AND o."channel"::text = ANY(${[...bookableChannels]})
    ), hit AS (
      SELECT d."id", d."staffNo", d."isAccepting" AND COALESCE(t."licenceExpiresOn" >= ${today}::date, true) AS "isAccepting",
        f."ratingSum"::float / NULLIF(f."ratingCount", 0) AS "rating",
        CASE
          WHEN ${plain}::text IS NULL THEN 0
          WHEN strpos(d."nameZh", ${plain}) > 0 OR strpos(lower(d."nameEn"), ${plain}) > 0 OR strpos(d."pinyin", ${letters}) > 0 THEN 1
          WHEN strpos(d."specialtiesZh", ${plain}) > 0 OR strpos(lower(d."specialtiesEn"), ${plain}) > 0
            OR strpos(d."specialtiesPinyin", ${letters}) > 0 THEN 2
          WHEN strpos(p."nameZh", ${plain}) > 0 OR strpos(lower(p."nameEn"), ${plain}) > 0 OR strpos(p."pinyin", ${letters}) > 0 THEN 3
          WHEN EXISTS (
            SELECT FROM "Diagnosis" g, unnest(p."commonConditions") AS prefix
            WHERE starts_with(g."code", prefix) AND (strpos(g."nameZh", ${plain}) > 0 OR strpos(lower(g."nameEn"), ${plain}) > 0
              OR strpos(g."pinyin", ${letters}) > 0 OR starts_with(lower(g."code"), ${plain}))
          ) THEN 4
        END AS "rank"
      FROM "Doctor" d
      JOIN "Account" a ON a."id" = d."id" AND a."status" = 'active'
      LEFT JOIN "Staff" t ON t."accountId" = d."id"
      JOIN "Department" p ON p."id" = d."departmentId" AND p."isActive"
      LEFT JOIN "DoctorFigures" f ON f."doctorId" = d."id"
      WHERE p."code" = COALESCE(${department ?? null}::text, p."code") AND d."title"::text = COALESCE(${title ?? null}::text, d."title"::text)
    )
    SELECT hit."id", COALESCE(jsonb_object_agg(place."id", to_jsonb(place)) FILTER (WHERE place."id" IS NOT NULL), '{}') AS "places"
    FROM hit LEFT JOIN place ON place."doctorId" = hit."id"
    WHERE hit."rank" IS NOT NULL AND (${rating ?? null}::float IS NULL OR hit."rating" >= ${rating ?? null}::float)
    GROUP BY hit."id", hit."rank", hit."isAccepting", hit."rating", hit."staffNo"
    HAVING ${service ?? null}::text IS NULL AND ${fee ?? null}::int IS NULL AND ${when ?? null}::text IS NULL
      OR bool_or(
        (${service ?? null}::text IS NULL OR place."service"::text = ${service ?? null}) AND
        (${fee ?? null}::int IS NULL OR place."feeFen" <= ${fee ?? null}::int * 100) AND
        (${when ?? null}::text IS NULL OR hit."isAccepting" AND (place."today" > 0 OR ${when ?? null} = 'week' AND place."nextDay" IS NOT NULL)))
    ORDER BY hit."rank", hit."isAccepting" DESC, hit."rating" DESC NULLS LAST, hit."staffNo"
    LIMIT ${most}`;
}
