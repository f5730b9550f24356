import "server-only";
import type { Tx } from "../client";

export interface OrderWithBatch {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly packs: number;
  readonly issuedAt: Date;
}

/** Every order that packs of a batch were issued to, with whose it is (R25), the newest first. One statement. */
export const ordersWithBatch = (tx: Pick<Tx, "$queryRaw">, batchId: string): Promise<OrderWithBatch[]> =>
  tx.$queryRaw`
    SELECT o."id", o."number", o."accountId", o."patientId", p."name" AS "patientName", sum(r."quantity")::int AS "packs",
      max(r."issuedAt") AS "issuedAt"
    FROM "StockReservation" r JOIN "OrderItem" i ON i."id" = r."orderItemId" JOIN "Order" o ON o."id" = i."orderId"
      JOIN "Patient" p ON p."id" = o."patientId"
    WHERE r."batchId" = ${batchId}::uuid AND r."issuedAt" IS NOT NULL
    GROUP BY o."id", p."name" ORDER BY "issuedAt" DESC, o."id"`;
