import "server-only";
import { freshenStock } from "@/lib/db/fresh-order";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { MoveOrder } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** A pharmacist takes the promised batches from the shelf. */
export async function pickOrder(work: Work, input: MoveOrder): Promise<void> {
  authorize(work.actor, "order.pick");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: movableOrderSelect,
  });
  if (!order) throw notFound();
  // R25: a batch that expired or was called back since the payment gives way to another.
  await freshenStock(work, order.id);
  await moveOrder(work, order, "pick", { change: { pickedById: asPerson(work.actor).accountId } });
}
