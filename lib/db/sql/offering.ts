import "server-only";
import { bookableChannels } from "@/lib/domain/booking-limits";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { db } from "../client";
import type { Channel, DoctorTitle, ServiceKind } from "../generated/client";
import { sessionsAhead } from "./sessions";

/** What is booked, from whom, under which rules and which consent. */
export interface OfferingToBook {
  readonly id: string;
  readonly service: ServiceKind;
  readonly channel: Channel;
  readonly feeFen: number;
  readonly acceptMinutes: number;
  readonly lengthMinutes: number;
  readonly turnLimit: number;
  /** Of today for text; of the days that can be booked for voice and video. */
  readonly placesLeft: number;
  /** Sessions with a place, the next first; `day` is `YYYY-MM-DD`, minutes in Asia/Shanghai. */
  readonly sessions: readonly {
    readonly day: string;
    readonly from: number;
    readonly to: number;
    readonly left: number;
  }[];
  readonly doctorId: string;
  readonly doctorZh: string;
  readonly doctorEn: string;
  readonly title: DoctorTitle;
  readonly isAccepting: boolean;
  readonly departmentZh: string;
  readonly departmentEn: string;
  readonly redFlagIds: string[];
  readonly recordWindowDays: number;
  readonly commonConditions: string[];
  readonly hardConditions: string[];
  readonly minAgeMonths: number | null;
  readonly maxAgeMonths: number | null;
  readonly consentId: string;
  readonly consentSha256: string;
  readonly consentTitleZh: string;
  readonly consentTitleEn: string;
  readonly consentBodyZh: string;
  readonly consentBodyEn: string;
}

/** One statement for the booking page: an offering that is offered, its places of today, and the informed consent in force. */
export async function findOfferingToBook(offeringId: string, now: Date): Promise<OfferingToBook | null> {
  const [row] = await db().$queryRaw<OfferingToBook[]>`
    SELECT o."id", o."service", o."channel", o."feeFen", o."acceptMinutes", o."lengthMinutes", o."turnLimit",
      COALESCE(d."placesLeft", 0)::int AS "placesLeft", COALESCE(d."sessions", '[]'::jsonb) AS "sessions",
      t."id" AS "doctorId", t."nameZh" AS "doctorZh", t."nameEn" AS "doctorEn", t."title",
      t."isAccepting" AND COALESCE(f."licenceExpiresOn" >= ${dateColumn(shanghaiDay(now))}::date, true) AS "isAccepting",
      p."nameZh" AS "departmentZh", p."nameEn" AS "departmentEn", p."redFlagIds", p."recordWindowDays", p."commonConditions",
      p."hardConditions", p."minAgeMonths", p."maxAgeMonths",
      c."id" AS "consentId", c."sha256" AS "consentSha256", c."titleZh" AS "consentTitleZh", c."titleEn" AS "consentTitleEn",
      c."bodyZh" AS "consentBodyZh", c."bodyEn" AS "consentBodyEn"
    FROM "Offering" o
    JOIN "Doctor" t ON t."id" = o."doctorId"
    JOIN "Account" a ON a."id" = t."id" AND a."status" = 'active'
    LEFT JOIN "Staff" f ON f."accountId" = a."id"
    JOIN "Department" p ON p."id" = t."departmentId" AND p."isActive"
    LEFT JOIN LATERAL (
      SELECT sum(s."left") AS "placesLeft",
        jsonb_agg(jsonb_build_object('day', s."day", 'from', s."fromMinute", 'to', s."toMinute", 'left', s."left") ORDER BY s."day", s."fromMinute") AS "sessions"
      FROM ${sessionsAhead(now)} s WHERE s."left" > 0 AND (o."channel" <> 'text' OR s."day" = ${dateColumn(shanghaiDay(now))}::date)
    ) d ON true
    JOIN LATERAL (
      SELECT * FROM "ConsentText" WHERE "kind" = 'informed_consent' AND "effectiveFrom" <= ${now} ORDER BY "version" DESC LIMIT 1
    ) c ON true
    WHERE o."id" = ${offeringId}::uuid AND o."isActive" AND o."feeFen" > 0
      AND o."channel"::text = ANY(${[...bookableChannels]})`;
  return row ?? null;
}
