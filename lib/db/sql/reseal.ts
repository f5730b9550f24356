import "server-only";
import { Prisma, type Tx } from "../client";
import type { SealedColumn } from "../sealed-columns";

interface SealedRow {
  readonly id: string;
  readonly sealed: string;
}

const names = ({ table, column }: SealedColumn) => [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)] as const;

/** The next rows, by id, whose column is sealed with another key than `keyId`. */
export function sealedOtherwise(tx: Tx, where: SealedColumn, keyId: string, after: string, most: number) {
  const [table, column] = names(where);
  return tx.$queryRaw<SealedRow[]>`
    SELECT "id", ${column} AS "sealed" FROM ${table}
    WHERE "id" > ${after}::uuid AND ${column} IS NOT NULL AND split_part(${column}, '.', 1) <> ${keyId}
    ORDER BY "id" LIMIT ${most}`;
}

/** Puts the newly sealed texts in the place of the old ones, where those still stand. Returns how many. */
export function replaceSealed(
  tx: Tx,
  where: SealedColumn,
  rows: readonly { readonly id: string; readonly old: string; readonly fresh: string }[],
) {
  const [table, column] = names(where);
  return tx.$executeRaw`
    UPDATE ${table} AS t SET ${column} = x."fresh"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("id" uuid, "old" text, "fresh" text)
    WHERE t."id" = x."id" AND t.${column} = x."old"`;
}
