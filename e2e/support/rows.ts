import { ask } from "./database";

/**
 * Rows of every table but those of the audit and its chain, the limiter's, the outbox's, of what is kept while it is typed and of what the worker counts by
 * itself, summed up: a refusal changes none.
 */
export async function rows(): Promise<Record<string, string>[]> {
  const tables = await ask<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND relname NOT LIKE 'Audit%' AND relname NOT IN ('RateLimit', 'Outbox', 'BookingDraft', 'DoctorFigures', 'ReportTouch', 'ReportCell') ORDER BY 1`,
  );
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS t, count(*) AS n, md5(string_agg(x::text, '' ORDER BY x::text)) AS sum FROM "${name}" x`,
  );
  // Parts of a union that run in parallel come in any order.
  return ask(`${each.join(" UNION ALL ")} ORDER BY t`);
}
