import "server-only";
import { db } from "@/lib/db/client";
import { tableOf } from "@/lib/db/config-tables";
import { type ConfigKindId, type ConfigRow, configKindIds, type Difference, differences } from "@/lib/domain/config";

const MOST = 30;

/** What the tables say now. */
export const configRows = (kind: ConfigKindId): Promise<ConfigRow<ConfigKindId>[]> => tableOf(kind).read(db());

/** How many versions of each kind there are, and which day comes next. */
export async function configKindsStanding() {
  const rows = await db().$queryRaw<{ kind: string; drafts: number; nextDay: Date | null }[]>`
    SELECT "kind", count(*) FILTER (WHERE "fromDay" IS NULL AND "withdrawnAt" IS NULL)::int AS "drafts",
      min("fromDay") FILTER (WHERE "appliedAt" IS NULL AND "withdrawnAt" IS NULL) AS "nextDay"
    FROM "ConfigVersion" GROUP BY "kind"`;
  return configKindIds.map((kind) => ({
    kind,
    ...(rows.find((row) => row.kind === kind) ?? { drafts: 0, nextDay: null }),
  }));
}

export interface Version {
  readonly id: string;
  readonly rowCount: number;
  readonly draftedAt: Date;
  readonly fromDay: Date | null;
  readonly reason: string | null;
  readonly plannedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly by: { readonly nameZh: string; readonly nameEn: string } | null;
  /** What it would change of what stands now; null for what is over. */
  readonly changes: readonly Difference[] | null;
  /** It is the one in force, and there is something before it. */
  readonly isLast: boolean;
}

/** One kind: what stands, and its versions, the newest first; drafts and plans with what they would change. */
export async function configDesk(
  kind: ConfigKindId,
): Promise<{ rows: ConfigRow<ConfigKindId>[]; versions: Version[] }> {
  const [rows, found] = await Promise.all([
    configRows(kind),
    db().configVersion.findMany({ where: { kind }, orderBy: { draftedAt: "desc" }, take: MOST }),
  ]);
  const staff = await db().staff.findMany({
    where: { accountId: { in: found.map(({ draftedById, plannedById }) => plannedById ?? draftedById) } },
    select: { accountId: true, nameZh: true, nameEn: true },
  });
  const inForce = found
    .filter(({ appliedAt, withdrawnAt }) => appliedAt && !withdrawnAt)
    .sort(
      (one, other) => Number(other.fromDay) - Number(one.fromDay) || Number(other.appliedAt) - Number(one.appliedAt),
    );
  return {
    rows,
    versions: found.map(({ rows: drafted, draftedById, plannedById, withdrawnById: _, kind: _kind, ...version }) => ({
      ...version,
      by: staff.find(({ accountId }) => accountId === (plannedById ?? draftedById)) ?? null,
      changes:
        version.appliedAt || version.withdrawnAt
          ? null
          : differences(kind, rows, drafted as unknown as ConfigRow<ConfigKindId>[]),
      isLast: inForce.length > 1 && inForce[0]?.id === version.id,
    })),
  };
}
