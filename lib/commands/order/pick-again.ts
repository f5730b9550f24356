import "server-only";
import { freshenStock } from "@/lib/db/fresh-order";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { MoveOrder } from "@/lib/domain/dispensing-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** An order whose picked batch may not be issued any more (R25) is picked once more, from batches that may. Throws `out_of_stock`. */
export async function pickOrderAgain(work: Work, input: MoveOrder): Promise<void> {
  authorize(work.actor, "order.pick");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: movableOrderSelect,
  });
  if (!order) throw notFound();
  await freshenStock(work, order.id);
  const change = { pickedById: asPerson(work.actor).accountId, checkedById: null };
  await moveOrder(work, order, "pick_again", { change });
}
