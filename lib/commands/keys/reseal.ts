import "server-only";
import { newestKeyId, seal, unseal } from "@/lib/db/seal";
import type { SealedColumn } from "@/lib/db/sealed-columns";
import { replaceSealed, sealedOtherwise } from "@/lib/db/sql/reseal";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";

/** Rows of one transaction: few enough that nobody waits for it. */
const BATCH = 500;

export interface Resealed {
  readonly changed: number;
  /** Rows whose key is not configured: they stay as they are. */
  readonly unreadable: number;
  /** The last id looked at, from which the next batch goes on; null where no row is left. */
  readonly last: string | null;
}

function resealed(sealed: string): string | null {
  try {
    return seal(unseal(sealed));
  } catch {
    return null;
  }
}

/** Seals one batch of a column anew with the newest key. What somebody wrote meanwhile is sealed with it already, and stays. */
export async function resealBatch(
  work: Work,
  { where, after }: { where: SealedColumn; after: string },
): Promise<Resealed> {
  authorize(work.actor, "keys.reseal");
  const keyId = newestKeyId();
  const rows = await sealedOtherwise(work.tx, where, keyId, after, BATCH);
  const fresh = rows.flatMap(({ id, sealed: old }) => {
    const text = resealed(old);
    return text === null ? [] : [{ id, old, fresh: text }];
  });
  const changed = fresh.length === 0 ? 0 : await replaceSealed(work.tx, where, fresh);
  const unreadable = rows.length - fresh.length;
  work.audit({
    action: "keys.reseal",
    subjectType: "column",
    subjectId: `${where.table}.${where.column}`,
    detail: { keyId, changed, unreadable },
  });
  return { changed, unreadable, last: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null) };
}
