import "server-only";
import { recordCheck } from "@/lib/commands/audit/record-check";
import { sealAudit, verifyAudit } from "@/lib/db/sql/audit-chain";
import { type Run, transact } from "@/lib/db/transact";

/** Walks the whole chain and keeps what came of it. */
export async function verify(run: Run): Promise<{ checked: number; faults: number }> {
  await sealAudit();
  const { checked, faults } = await verifyAudit(run.now);
  await transact(run, recordCheck, {
    checked,
    faults: faults.map(({ kind, seq, eventId }) => ({
      ...{ kind, seq: seq === null ? null : String(seq), eventId: eventId === null ? null : String(eventId) },
    })),
  });
  return { checked, faults: faults.length };
}
