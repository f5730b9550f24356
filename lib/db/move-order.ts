import "server-only";
import { type OrderEvent, orderMachine } from "@/lib/domain/order";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";
import { Prisma } from "./client";
import type { OrderStatus } from "./generated/client";
import { newId } from "./id";
import type { Work } from "./transact";

/** What a command has read of the order that it moves. */
export interface MovableOrder {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: OrderStatus;
  readonly accountId: string;
  readonly patientId: string;
}

export const movableOrderSelect = {
  id: true,
  number: true,
  version: true,
  status: true,
  accountId: true,
  patientId: true,
} as const;

/** Columns that may change with a step. */
export interface OrderChange {
  readonly dueAt?: Date | null;
  readonly paidAt?: Date;
  readonly handedOverAt?: Date;
  readonly completedAt?: Date;
  readonly shelf?: string;
  readonly pickupCodeSealed?: string;
  readonly signatureSealed?: string;
  readonly pickedById?: string;
  readonly checkedById?: string | null;
}

const typeOf: Record<keyof OrderChange, "timestamptz" | "text" | "uuid"> = {
  dueAt: "timestamptz",
  paidAt: "timestamptz",
  handedOverAt: "timestamptz",
  completedAt: "timestamptz",
  shelf: "text",
  pickupCodeSealed: "text",
  signatureSealed: "text",
  pickedById: "uuid",
  checkedById: "uuid",
};

/** `, "column" = value` for each column that changes; the names are those of `typeOf`, never a caller's. */
const assignments = (change: OrderChange): Prisma.Sql[] =>
  (Object.keys(typeOf) as (keyof OrderChange)[]).flatMap((column) =>
    change[column] === undefined
      ? []
      : [Prisma.sql`, ${Prisma.raw(`"${column}"`)} = ${change[column]}::${Prisma.raw(typeOf[column])}`],
  );

/**
 * Moves an order by one event of its machine: conditional update and event row in one statement, audit, and word to the order's
 * channel and the dispensing desk. Throws `conflict` where the machine or somebody faster says no.
 */
export async function moveOrder(
  work: Work,
  order: MovableOrder,
  event: OrderEvent,
  more: { change?: OrderChange; reason?: string } = {},
): Promise<OrderStatus> {
  const to = orderMachine.next(order.status, event);
  const changes = Prisma.join([Prisma.sql`"status" = ${to}::"OrderStatus"`, ...assignments(more.change ?? {})], " ");
  const moved = await work.tx.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE "Order" SET ${changes}, "version" = "version" + 1
      WHERE "id" = ${order.id}::uuid AND "status" = ${order.status}::"OrderStatus" AND "version" = ${order.version}
      RETURNING "id"
    )
    INSERT INTO "OrderEvent" ("id", "orderId", "event", "toStatus", "actorId", "reason", "at")
    SELECT ${newId()}::uuid, moved."id", ${event}, ${to}::"OrderStatus", ${work.actor.accountId}::uuid, ${more.reason ?? null}, ${work.now}
    FROM moved
    RETURNING "id"`;
  if (moved.length === 0) throw conflict();
  work.audit({
    action: `order.${event}`,
    subjectType: "order",
    subjectId: order.id,
    patientId: order.patientId,
    detail: { from: order.status, to },
  });
  work.emit({ channel: channels.order(order.id), event: "changed", data: { id: order.id } });
  work.emit({ channel: channels.dispensingDesk, event: "changed", data: { id: order.id } });
  return to;
}
