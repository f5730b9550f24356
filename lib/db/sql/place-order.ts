import "server-only";
import type { DeliveryPayment, Fulfilment } from "../generated/client";
import { newId } from "../id";
import type { Work } from "../transact";

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly fulfilment: Fulfilment;
  readonly medicineFen: number;
  readonly deliveryFen: number;
  readonly deliveryPayment: DeliveryPayment | null;
  readonly carrierCode: string | null;
  readonly provinceCode: string | null;
  readonly areaCode: string | null;
  readonly addressSealed: string | null;
  readonly pickupCodeSealed: string | null;
  readonly dueAt: Date;
  readonly items: readonly {
    readonly id: string;
    readonly position: number;
    readonly medicineId: string;
    readonly packs: number;
    readonly unitPriceFen: number;
  }[];
}

/**
 * Writes an order with its lines and first event, in one statement, on a prescription that is approved and still at the version
 * that was read; its version moves on, so that voiding, expiry and a second order come before or after. False: somebody was faster.
 */
export async function insertOrder(
  work: Work,
  prescription: { readonly id: string; readonly version: number },
  order: PlacedOrder,
): Promise<boolean> {
  const placed = await work.tx.$queryRaw<unknown[]>`
    WITH held AS (
      UPDATE "Prescription" SET "version" = "version" + 1
      WHERE "id" = ${prescription.id}::uuid AND "status" = 'approved' AND "version" = ${prescription.version}
      RETURNING "id", "patientId"
    ), placed AS (
      INSERT INTO "Order" ("id", "number", "prescriptionId", "accountId", "patientId", "fulfilment", "medicineFen", "deliveryFen",
        "deliveryPayment", "carrierCode", "provinceCode", "areaCode", "addressSealed", "pickupCodeSealed", "createdAt", "dueAt")
      SELECT ${order.id}::uuid, ${order.number}, held."id", ${order.accountId}::uuid, held."patientId",
        ${order.fulfilment}::"Fulfilment", ${order.medicineFen}, ${order.deliveryFen}, ${order.deliveryPayment}::"DeliveryPayment",
        ${order.carrierCode}, ${order.provinceCode}, ${order.areaCode}, ${order.addressSealed}, ${order.pickupCodeSealed}, ${work.now}, ${order.dueAt}
      FROM held RETURNING "id"
    ), lines AS (
      INSERT INTO "OrderItem" ("id", "orderId", "position", "medicineId", "packs", "unitPriceFen")
      SELECT line."id", placed."id", line."position", line."medicineId", line."packs", line."unitPriceFen"
      FROM placed, jsonb_to_recordset(${JSON.stringify(order.items)}::jsonb)
        AS line("id" uuid, "position" int, "medicineId" uuid, "packs" int, "unitPriceFen" int)
    )
    INSERT INTO "OrderEvent" ("id", "orderId", "event", "toStatus", "actorId", "at")
    SELECT ${newId()}::uuid, placed."id", 'place', 'awaiting_payment', ${work.actor.accountId}::uuid, ${work.now} FROM placed
    RETURNING "id"`;
  return placed.length > 0;
}
