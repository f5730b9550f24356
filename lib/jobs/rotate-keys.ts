import { resealBatch } from "@/lib/commands/keys/reseal";
import { newestKeyId } from "@/lib/db/seal";
import { sealedColumns } from "@/lib/db/sealed-columns";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";

const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * `npm run rotate-keys`: seals everything anew with the first key of `FIELD_KEYS`, batch by batch, while the hospital runs; begun again it
 * goes on where it stopped. Afterwards the older keys can be taken out. Fails where a row's key is not configured.
 */
async function main(): Promise<void> {
  let lost = 0;
  for (const where of sealedColumns) {
    let changed = 0;
    for (let after: string | null = FIRST; after !== null; ) {
      const run = { actor: systemActor("keys"), now: new Date() };
      const batch: Awaited<ReturnType<typeof resealBatch>> = await transact(run, resealBatch, { where, after });
      changed += batch.changed;
      lost += batch.unreadable;
      after = batch.last;
    }
    process.stdout.write(`${where.table}.${where.column}: ${changed} sealed anew\n`);
  }
  if (lost > 0)
    throw new Error(`${lost} rows are sealed with a key that FIELD_KEYS does not hold; they stay as they are.`);
  process.stdout.write(`Everything is sealed with ${newestKeyId()}\n`);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
