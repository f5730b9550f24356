import "server-only";
import { type AuditSearch, auditPeriod } from "@/lib/domain/audit-search";
import { db, Prisma } from "../client";

/** A row of the audit with the names of whoever did it and whom it was about. */
export interface AuditLineFound {
  readonly id: bigint;
  readonly at: Date;
  readonly actorRole: string;
  readonly staffNo: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly patientName: string | null;
  readonly isAllowed: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What is asked for, as conditions; names stand for whoever bears them. */
function conditions(search: AuditSearch, before: string | undefined): Prisma.Sql {
  const { staff, patient, action, denied } = search;
  const { since, until } = auditPeriod(search);
  const parts = [
    before && /^\d{1,18}$/.test(before) && Prisma.sql`e."id" < ${BigInt(before)}`,
    staff &&
      Prisma.sql`e."actorId" IN (SELECT "accountId" FROM "Staff"
        WHERE "staffNo" = upper(${staff}) OR "nameZh" = ${staff} OR lower("nameEn") = lower(${staff}))`,
    patient && Prisma.sql`e."patientId" IN (SELECT "id" FROM "Patient" WHERE "name" = ${patient})`,
    action && Prisma.sql`starts_with(e."action", ${action})`,
    denied && Prisma.sql`NOT e."isAllowed"`,
    since && Prisma.sql`e."at" >= ${since}`,
    until && Prisma.sql`e."at" < ${until}`,
  ].filter((part): part is Prisma.Sql => typeof part === "object");
  return parts.length > 0 ? Prisma.sql`WHERE ${Prisma.join(parts, " AND ")}` : Prisma.empty;
}

/** What a search finds, the newest first; `before` is the number of the last row that was seen, `next` that of the page's last. */
export async function auditPage(
  search: AuditSearch,
  before: string | undefined,
  most: number,
): Promise<{ rows: AuditLineFound[]; next: string | undefined }> {
  const found = await db().$queryRaw<AuditLineFound[]>`
    SELECT e."id", e."at", e."actorRole", s."staffNo", s."nameZh", s."nameEn", e."action", e."subjectType", e."subjectId",
      p."name" AS "patientName", e."isAllowed", e."detail"
    FROM (SELECT * FROM "AuditEvent" e ${conditions(search, before)} ORDER BY e."id" DESC LIMIT ${most + 1}) e
    LEFT JOIN "Staff" s ON s."accountId" = e."actorId" LEFT JOIN "Patient" p ON p."id" = e."patientId"
    ORDER BY e."id" DESC`;
  const rows = found.slice(0, most);
  return { rows, next: found.length > most ? String(rows.at(-1)?.id) : undefined };
}

export interface ChainStanding {
  readonly linked: number;
  readonly anchors: readonly { readonly day: string; readonly seq: number }[];
  readonly check: {
    readonly at: string;
    readonly checked: number;
    readonly faults: readonly { readonly kind: string; readonly seq: string | null; readonly eventId: string | null }[];
  } | null;
}

/** How far the chain reaches, its last anchors, and the last walk along it. */
export async function chainStanding(): Promise<ChainStanding> {
  const [row] = await db().$queryRaw<{ standing: ChainStanding }[]>`
    SELECT json_build_object(
      'linked', COALESCE((SELECT max("seq") FROM "AuditLink"), 0),
      'anchors', COALESCE((SELECT json_agg(a ORDER BY a."day" DESC) FROM (
        SELECT "day", "seq" FROM "AuditAnchor" ORDER BY "day" DESC LIMIT 3) a), '[]'),
      'check', (SELECT json_build_object('at', c."at", 'checked', c."checked", 'faults', c."faults")
        FROM "AuditCheck" c ORDER BY c."id" DESC LIMIT 1)) AS standing`;
  if (!row) throw new Error("the chain's standing answered nothing");
  return row.standing;
}
