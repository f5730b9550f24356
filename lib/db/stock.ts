import "server-only";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { Refusal } from "@/lib/errors";
import type { Work } from "./transact";

export interface WantedStock {
  readonly orderItemId: string;
  readonly medicineId: string;
  readonly packs: number;
}

/**
 * Promises packs to an order's lines in one statement: first what expires first, never what has expired or was called back (R25), under the batches'
 * row locks. Each medicine stands on one line. Throws `out_of_stock` where not all can be had; then nothing is promised.
 */
export async function reserveStock(work: Work, wanted: readonly WantedStock[]): Promise<void> {
  const today = dateColumn(shanghaiDay(work.now));
  const rows = await work.tx.$queryRaw<{ orderItemId: string; packs: bigint }[]>`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS x("orderItemId" uuid, "medicineId" uuid, "packs" int)
    ), free AS (
      SELECT "id", "medicineId", "expiresOn", "quantity" - "reserved" AS "packs" FROM "StockBatch"
      WHERE "medicineId" IN (SELECT "medicineId" FROM wanted) AND "expiresOn" > ${today}::date AND "recalledAt" IS NULL
        AND "quantity" > "reserved"
      ORDER BY "id" FOR UPDATE
    ), queue AS (
      SELECT w."orderItemId", w."packs" AS "wanted", f."id" AS "batchId", f."packs",
        sum(f."packs") OVER (PARTITION BY w."orderItemId" ORDER BY f."expiresOn", f."id") - f."packs" AS "before"
      FROM wanted w JOIN free f ON f."medicineId" = w."medicineId"
    ), taken AS (
      SELECT "orderItemId", "batchId", LEAST("packs", "wanted" - "before")::int AS "packs" FROM queue WHERE "before" < "wanted"
    ), held AS (
      UPDATE "StockBatch" b SET "reserved" = b."reserved" + taken."packs" FROM taken WHERE b."id" = taken."batchId"
    ), written AS (
      INSERT INTO "StockReservation" ("id", "orderItemId", "batchId", "quantity", "reservedAt")
      SELECT gen_random_uuid(), "orderItemId", "batchId", "packs", ${work.now} FROM taken
    )
    SELECT "orderItemId", sum("packs") AS "packs" FROM taken GROUP BY "orderItemId"`;
  const had = new Map(rows.map(({ orderItemId, packs }) => [orderItemId, Number(packs)]));
  if (wanted.some(({ orderItemId, packs }) => had.get(orderItemId) !== packs)) throw new Refusal("out_of_stock");
}

// Every statement takes the batches' locks in the order of their ids, so that none waits for another in a ring.

/** Gives an order's promised packs, or those of one of its lines, back to the shelf's free stock. */
export async function releaseStock(work: Work, orderId: string, orderItemId: string | null = null): Promise<void> {
  await work.tx.$executeRaw`
    WITH released AS (
      UPDATE "StockReservation" r SET "releasedAt" = ${work.now} FROM "OrderItem" i
      WHERE i."id" = r."orderItemId" AND i."orderId" = ${orderId}::uuid AND r."releasedAt" IS NULL AND r."issuedAt" IS NULL
        AND (${orderItemId}::uuid IS NULL OR i."id" = ${orderItemId}::uuid)
      RETURNING r."batchId", r."quantity"
    ), summed AS (SELECT "batchId", sum("quantity")::int AS "packs" FROM released GROUP BY "batchId"
    ), held AS (SELECT "id" FROM "StockBatch" WHERE "id" IN (SELECT "batchId" FROM summed) ORDER BY "id" FOR UPDATE)
    UPDATE "StockBatch" b SET "reserved" = b."reserved" - summed."packs"
    FROM summed JOIN held ON held."id" = summed."batchId" WHERE b."id" = held."id"`;
}

/** Takes an order's promised packs off the shelf, with a movement a batch: which batch went to whom is known from then on (R25). */
export async function issueStock(work: Work, orderId: string): Promise<void> {
  await work.tx.$executeRaw`
    WITH issued AS (
      UPDATE "StockReservation" r SET "issuedAt" = ${work.now} FROM "OrderItem" i
      WHERE i."id" = r."orderItemId" AND i."orderId" = ${orderId}::uuid AND r."releasedAt" IS NULL AND r."issuedAt" IS NULL
      RETURNING r."batchId", r."quantity", r."orderItemId"
    ), moved AS (
      INSERT INTO "StockMovement" ("id", "batchId", "delta", "reason", "orderItemId", "actorId", "at")
      SELECT gen_random_uuid(), "batchId", -"quantity", 'dispensed', "orderItemId", ${work.actor.accountId}::uuid, ${work.now} FROM issued
    ), summed AS (SELECT "batchId", sum("quantity")::int AS "packs" FROM issued GROUP BY "batchId"
    ), held AS (SELECT "id" FROM "StockBatch" WHERE "id" IN (SELECT "batchId" FROM summed) ORDER BY "id" FOR UPDATE)
    UPDATE "StockBatch" b SET "reserved" = b."reserved" - summed."packs", "quantity" = b."quantity" - summed."packs"
    FROM summed JOIN held ON held."id" = summed."batchId" WHERE b."id" = held."id"`;
}
