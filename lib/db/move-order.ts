import "server-only";
import { type OrderEvent, orderMachine } from "@/lib/domain/order";
import { channels } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";
import type { OrderStatus, Prisma } from "./generated/client";
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
export type OrderChange = Pick<
  Prisma.OrderUncheckedUpdateManyInput,
  "dueAt" | "shelf" | "pickupCodeSealed" | "handedOverAt" | "completedAt" | "pickedById" | "checkedById" | "paidAt"
>;

/**
 * Moves an order by one event of its machine: conditional update, event row, audit, and word to the order's channel and the
 * dispensing desk. Throws `conflict` where the machine or somebody faster says no.
 */
export async function moveOrder(
  work: Work,
  order: MovableOrder,
  event: OrderEvent,
  more: { change?: OrderChange; reason?: string } = {},
): Promise<OrderStatus> {
  const to = orderMachine.next(order.status, event);
  const { count } = await work.tx.order.updateMany({
    where: { id: order.id, status: order.status, version: order.version },
    data: { ...more.change, status: to, version: { increment: 1 } },
  });
  if (count === 0) throw conflict();
  await work.tx.orderEvent.create({
    data: {
      id: newId(),
      orderId: order.id,
      event,
      toStatus: to,
      actorId: work.actor.accountId,
      reason: more.reason ?? null,
      at: work.now,
    },
    select: { id: true },
  });
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
