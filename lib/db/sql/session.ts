import "server-only";
import type { Person, Role } from "@/lib/domain/actor";
import { addMinutes, dateColumn } from "@/lib/domain/calendar";
import { patientSession, staffSession } from "@/lib/domain/session";
import { pool } from "../pool";

interface Row {
  accountId: string;
  role: Role;
  name: string;
  locale: string;
  stepUpAt: Date | null;
  licensedUntil: string | null;
  actingForId: string | null;
  actingForName: string | null;
  unread: number;
}

/** `lastSeenAt` is kept to the minute: a page with ten requests writes once. */
const SEEN_MINUTES = 1;

/**
 * Role and status as the database has them now, for a session that was neither ended nor left idle, and whom it acts for.
 * One statement a request, which also notes that the session is in use.
 */
export async function findSession(sessionId: string, now: Date): Promise<Person | null> {
  const { rows } = await pool().query<Row>({
    name: "find_session",
    text: `WITH live AS (
             SELECT s."id", a."id" AS "accountId", a."role"::text AS "role", a."displayName" AS "name", a."locale", s."stepUpAt",
               f."licenceExpiresOn"::text AS "licensedUntil",
               p."id" AS "actingForId", p."name" AS "actingForName",
               (SELECT count(*)::int FROM (SELECT FROM "Notice" n WHERE n."accountId" = a."id" AND n."readAt" IS NULL LIMIT 100) u) AS "unread"
             FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
             LEFT JOIN "Staff" f ON f."accountId" = a."id"
             LEFT JOIN "PatientLink" l ON l."accountId" = a."id" AND l."patientId" = s."actingForId" AND l."endedAt" IS NULL
             LEFT JOIN "Patient" p ON p."id" = l."patientId"
             WHERE s."id" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > $2 AND a."status" = 'active'
               AND s."lastSeenAt" > CASE a."role" WHEN 'patient' THEN $3::timestamptz ELSE $4::timestamptz END
           ), seen AS (
             UPDATE "Session" SET "lastSeenAt" = $2 FROM live WHERE "Session"."id" = live."id" AND "Session"."lastSeenAt" < $5
           )
           SELECT "accountId", "role", "name", "locale", "stepUpAt", "licensedUntil", "actingForId", "actingForName", "unread" FROM live`,
    values: [
      sessionId,
      now,
      addMinutes(now, -patientSession.idleMinutes),
      addMinutes(now, -staffSession.idleMinutes),
      addMinutes(now, -SEEN_MINUTES),
    ],
  });
  const row = rows[0];
  if (!row) return null;
  const { actingForId, actingForName, licensedUntil, ...person } = row;
  const actingFor = actingForId === null ? null : { id: actingForId, name: actingForName ?? "" };
  return { ...person, licensedUntil: licensedUntil === null ? null : dateColumn(licensedUntil), actingFor, sessionId };
}
