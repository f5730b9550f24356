import "server-only";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { CheckOrder } from "@/lib/domain/dispensing-input";
import { authorize, requireOtherPerson } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/** R20, four eyes: somebody other than the picker reads every batch off the packs; one that is not promised stops the line. */
export async function checkOrder(work: Work, input: CheckOrder): Promise<void> {
  authorize(work.actor, "order.check");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: {
      ...movableOrderSelect,
      pickedById: true,
      items: {
        select: { reservations: { where: { releasedAt: null }, select: { batch: { select: { number: true } } } } },
      },
    },
  });
  if (!order) throw notFound();
  requireOtherPerson(work.actor, order.pickedById, "picker_is_checker");
  const promised = order.items.flatMap(({ reservations }) =>
    reservations.map(({ batch }) => batch.number.toUpperCase()),
  );
  const read = input.batches.map((number) => number.toUpperCase());
  const isRight = promised.length === read.length && promised.toSorted().join("\n") === read.toSorted().join("\n");
  if (!isRight) throw new Refusal("wrong_batch", { rule: "R25" });
  await moveOrder(work, order, "check", { change: { checkedById: asPerson(work.actor).accountId } });
}
