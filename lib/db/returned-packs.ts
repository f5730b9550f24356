import "server-only";
import type { Work } from "./transact";

/** R25: the packs of an order that left the shelf and came back wait to be looked at, batch by batch. */
export async function noteReturnedPacks(work: Work, orderId: string): Promise<void> {
  await work.tx.$executeRaw`
    INSERT INTO "ReturnedPacks" ("id", "orderItemId", "batchId", "packs", "cameBackAt")
    SELECT gen_random_uuid(), r."orderItemId", r."batchId", sum(r."quantity")::int, ${work.now}
    FROM "StockReservation" r JOIN "OrderItem" i ON i."id" = r."orderItemId"
    WHERE i."orderId" = ${orderId}::uuid AND r."issuedAt" IS NOT NULL GROUP BY r."orderItemId", r."batchId"
    ON CONFLICT ("orderItemId", "batchId") DO NOTHING`;
}
