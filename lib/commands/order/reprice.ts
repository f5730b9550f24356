import "server-only";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";

/**
 * Brings an unpaid order to the prices of now, before any payment of it has begun: the patient sees them and decides anew. One
 * statement; throws `conflict` where a payment lives or nothing differs.
 */
export async function repriceOrder(work: Work, { orderId }: { orderId: string }): Promise<void> {
  authorize(work.actor, "payment.begin");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: orderId, status: "awaiting_payment" }, scope.order(work.actor)] },
    select: { patientId: true, medicineFen: true },
  });
  if (!order) throw conflict();
  const [repriced] = await work.tx.$queryRaw<{ medicineFen: number }[]>`
    WITH held AS (
      SELECT "id" FROM "Order" WHERE "id" = ${orderId}::uuid AND "status" = 'awaiting_payment' AND NOT EXISTS (
        SELECT FROM "Payment" WHERE "orderId" = ${orderId}::uuid AND "purpose" = 'medicine' AND "status" IN ('pending', 'succeeded')) FOR UPDATE
    ), lines AS (
      UPDATE "OrderItem" i SET "unitPriceFen" = m."priceFen" FROM "Medicine" m, held
      WHERE m."id" = i."medicineId" AND i."orderId" = held."id" RETURNING i."packs" * i."unitPriceFen" AS "fen"
    )
    UPDATE "Order" o SET "medicineFen" = (SELECT sum("fen")::int FROM lines), "version" = o."version" + 1
    FROM held WHERE o."id" = held."id" RETURNING o."medicineFen"`;
  if (!repriced) throw conflict();
  work.audit({
    action: "order.reprice",
    subjectType: "order",
    subjectId: orderId,
    patientId: order.patientId,
    detail: { fromFen: order.medicineFen, toFen: repriced.medicineFen },
  });
  work.emit({ channel: channels.order(orderId), event: "changed", data: { id: orderId } });
}
