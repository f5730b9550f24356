import "server-only";
import { db } from "@/lib/db/client";
import type { CodeMapping, Coding } from "@/lib/domain/record";

/** What the maps say of these codings (SNOMED CT to ICD-10, RxNorm to ATC …). */
export function codeMappings(codings: readonly Coding[]): Promise<CodeMapping[]> {
  const pairs = [...new Map(codings.map(({ system, code }) => [`${system}|${code}`, { system, code }])).values()];
  return db().$queryRaw<CodeMapping[]>`
    SELECT m."system", m."code", m."targetSystem", m."target" FROM "CodeMap" m
    JOIN jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS x("system" text, "code" text)
      ON x."system" = m."system" AND x."code" = m."code"`;
}
