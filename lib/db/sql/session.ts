import "server-only";
import type { Person, Role } from "@/lib/domain/actor";
import { pool } from "../pool";

interface Row {
  accountId: string;
  role: Role;
  name: string;
  locale: string;
}

/** Role and status as the database has them now, for a session that has not ended: one statement a request. */
export async function findSession(sessionId: string, now: Date): Promise<Person | null> {
  const { rows } = await pool().query<Row>({
    name: "find_session",
    text: `SELECT a."id" AS "accountId", a."role"::text AS "role", a."displayName" AS "name", a."locale"
           FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
           WHERE s."id" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > $2 AND a."status" = 'active'`,
    values: [sessionId, now],
  });
  const row = rows[0];
  return row ? { ...row, sessionId } : null;
}
