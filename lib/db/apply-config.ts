import "server-only";
import type { ConfigKindId, ConfigRow } from "@/lib/domain/config";
import type { Prisma } from "./client";
import { tableOf } from "./config-tables";
import { newId } from "./id";
import type { Work } from "./transact";

/** Any number will do: two tables of one hospital come into force one after the other. */
const LOCK = 20_261_126;

export const plainRows = (rows: readonly object[]): Prisma.InputJsonValue => JSON.parse(JSON.stringify(rows));

interface Coming {
  readonly id: string;
  readonly kind: ConfigKindId;
  readonly rows: readonly ConfigRow<ConfigKindId>[];
  /** Who let it come into force. */
  readonly by: string;
}

/**
 * Makes the tables what a version says. Before the first version of a kind, what stood there is kept as one, so that it can be gone
 * back to.
 */
export async function applyConfig(work: Work, { id, kind, rows, by }: Coming): Promise<void> {
  await work.tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
  const others = await work.tx.configVersion.count({ where: { kind, appliedAt: { not: null }, NOT: { id } } });
  if (others === 0) await keepWhatStands(work, kind, by);
  await tableOf(kind).write(work.tx, rows);
}

async function keepWhatStands(work: Work, kind: ConfigKindId, by: string): Promise<void> {
  const rows = await tableOf(kind).read(work.tx);
  const then = new Date(work.now.getTime() - 1);
  await work.tx.configVersion.create({
    data: {
      ...{ id: newId(), kind, rows: plainRows(rows), rowCount: rows.length, draftedById: by, draftedAt: then },
      ...{ fromDay: new Date(Date.UTC(2000, 0, 1)), reason: "—", plannedById: by, plannedAt: then, appliedAt: then },
    },
    select: { id: true },
  });
}
