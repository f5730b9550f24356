import "server-only";
import { newId } from "../id";
import type { Work } from "../transact";

/**
 * Voids a prescription by compare-and-set, and cancels with it the order that waits for its payment, in one statement; the order
 * too must be as it was read, for one of its payments may have arrived since. Null: somebody was faster; else the id of the order
 * that was cancelled, if there was one.
 */
export async function voidWithOrder(
  work: Work,
  prescription: { readonly id: string; readonly status: string; readonly version: number },
  reason: string,
  order: { readonly version: number } | undefined,
): Promise<{ orderId: string | null } | null> {
  const [row] = await work.tx.$queryRaw<{ orderId: string | null }[]>`
    WITH voided AS (
      UPDATE "Prescription" SET "status" = 'voided', "version" = "version" + 1, "closedAt" = ${work.now}, "closeReason" = ${reason},
        "claimedById" = NULL, "claimedUntil" = NULL
      WHERE "id" = ${prescription.id}::uuid AND "status" = ${prescription.status}::"PrescriptionStatus"
        AND "version" = ${prescription.version}
      RETURNING "id"
    ), cancelled AS (
      UPDATE "Order" o SET "status" = 'cancelled', "version" = o."version" + 1, "dueAt" = NULL FROM voided
      WHERE o."prescriptionId" = voided."id" AND o."status" = 'awaiting_payment' AND o."version" = ${order?.version ?? 0}
      RETURNING o."id"
    ), told AS (
      INSERT INTO "OrderEvent" ("id", "orderId", "event", "toStatus", "actorId", "reason", "at")
      SELECT ${newId()}::uuid, cancelled."id", 'cancel', 'cancelled', ${work.actor.accountId}::uuid, 'prescription_voided', ${work.now}
      FROM cancelled
    )
    SELECT (SELECT "id" FROM cancelled) AS "orderId" FROM voided`;
  return row ?? null;
}
