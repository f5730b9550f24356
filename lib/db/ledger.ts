import "server-only";
import type { LedgerLine } from "@/lib/domain/ledger";
import { newId } from "./id";
import type { Work } from "./transact";

/** Books lines that add up to zero as one ledger transaction (the database checks the sum as it commits). */
export async function bookLedger(
  work: Work,
  lines: readonly LedgerLine[],
  of: { paymentId: string; refundId?: string },
): Promise<void> {
  const transactionId = newId();
  await work.tx.ledgerEntry.createMany({
    data: lines.map((line) => ({ id: newId(), transactionId, ...line, ...of, at: work.now })),
  });
}
