import "server-only";
import type { KnowledgeKind, KnowledgeRow } from "@/lib/domain/knowledge-file";
import { db } from "../client";
import { newId } from "../id";

/** A table that is being loaded: nothing is screened against it until it is put in force. Returns its id and number. */
export async function beginTable(
  kind: KnowledgeKind,
  name: string,
  now: Date,
): Promise<{ id: string; number: number }> {
  const [row] = await db().$queryRaw<[{ id: string; number: number }]>`
    INSERT INTO "KnowledgeTable" ("id", "kind", "number", "name", "rows", "loadedAt")
    SELECT ${newId()}::uuid, ${kind}, COALESCE(max("number"), 0) + 1, ${name}, 0, ${now} FROM "KnowledgeTable" WHERE "kind" = ${kind}
    RETURNING "id", "number"`;
  return row;
}

/** Adds rows to it, thousands in a statement. */
export async function addRows(kind: KnowledgeKind, tableId: string, rows: readonly KnowledgeRow[]): Promise<void> {
  const cells = JSON.stringify(rows.map((row) => row.cells));
  if (kind === "interactions")
    await db().$executeRaw`
      INSERT INTO "Interaction" ("tableId", "atcA", "atcB", "severity", "mechanismZh", "mechanismEn", "adviceZh", "adviceEn", "source")
      SELECT ${tableId}::uuid, r.* FROM jsonb_to_recordset(${cells}::jsonb) AS r("atcA" text, "atcB" text, "severity" text,
        "mechanismZh" text, "mechanismEn" text, "adviceZh" text, "adviceEn" text, "source" text)`;
  else
    await db().$executeRaw`
      INSERT INTO "Contraindication" ("id", "tableId", "atc", "kind", "icd10", "underMonths", "severity", "mechanismZh", "mechanismEn",
        "adviceZh", "adviceEn", "source")
      SELECT gen_random_uuid(), ${tableId}::uuid, r.* FROM jsonb_to_recordset(${cells}::jsonb) AS r("atc" text, "kind" text, "icd10" text,
        "underMonths" int, "severity" text, "mechanismZh" text, "mechanismEn" text, "adviceZh" text, "adviceEn" text, "source" text)`;
}

/** Takes away what a loading that was cut short left behind: tables that were never in force. The newest statistics help the planner. */
export async function tidyTables(kind: KnowledgeKind, keep: string): Promise<void> {
  const left = await db().knowledgeTable.findMany({
    where: { kind, rows: 0, isInForce: false, id: { not: keep } },
    select: { id: true },
  });
  const tableId = { in: left.map(({ id }) => id) };
  await db().interaction.deleteMany({ where: { tableId } });
  await db().contraindication.deleteMany({ where: { tableId } });
  await db().knowledgeTable.deleteMany({ where: { id: tableId } });
}
