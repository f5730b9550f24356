import "server-only";
import { type Breakdown, type ReportId, shapeOf } from "@/lib/domain/report";
import type { Period } from "@/lib/domain/report-period";
import { db, Prisma } from "../client";
import { reportFacts } from "./report-facts";

/** One thing that a report counts. */
export interface Fact {
  readonly id: string;
  readonly at: Date;
  readonly number: string | null;
  readonly amount: number | null;
  readonly minutes: number | null;
  readonly isKept: boolean | null;
  readonly keys: Readonly<Partial<Record<Breakdown, string>>>;
}

export interface Listed {
  readonly report: ReportId;
  readonly period: Period;
  /** Only those with this key; null: all. */
  readonly only: { readonly breakdown: Breakdown; readonly key: string } | null;
}

/** Where a page of the list ends, as it stands in an address. */
const cursorOf = ({ at, id }: Fact): string => `${at.toISOString()}~${id}`;

function after(cursor: string | undefined): Prisma.Sql {
  const [at = "", id] = cursor?.split("~") ?? [];
  if (!id || !/^[0-9a-f-]{1,36}$/.test(id) || Number.isNaN(Date.parse(at))) return Prisma.empty;
  return Prisma.sql`AND (f."at", f."id") > (${new Date(at)}, ${id})`;
}

const keyColumns = (report: ReportId) =>
  Prisma.join(shapeOf(report).by.map((name) => Prisma.sql`${name}::text, ${Prisma.raw(`f."${name}"`)}`));

/** The rows behind a figure, in the order of their moments, a page at a time. */
export async function reportRows(
  { report, period, only }: Listed,
  cursor: string | undefined,
  most: number,
): Promise<{ rows: Fact[]; next: string | undefined }> {
  const rows = await db().$queryRaw<Fact[]>`
    SELECT f."id", f."at", f."number", f."amount"::double precision AS "amount", f."minutes", f."isKept",
      jsonb_build_object(${keyColumns(report)}) AS "keys"
    FROM (${reportFacts[report]}) f
    WHERE f."at" >= (${period.from}::date::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND f."at" < ((${period.to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      ${only ? Prisma.sql`AND COALESCE(${Prisma.raw(`f."${only.breakdown}"`)}, '') = ${only.key}` : Prisma.empty}
      ${after(cursor)}
    ORDER BY f."at", f."id" LIMIT ${most + 1}`;
  const page = rows.slice(0, most);
  const last = page.at(-1);
  return { rows: page, next: rows.length > most && last ? cursorOf(last) : undefined };
}
