import "server-only";
import { requireFreshStock } from "@/lib/db/fresh-order";
import { movableOrderSelect, moveOrder } from "@/lib/db/move-order";
import { scope } from "@/lib/db/scope";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { CheckOrder } from "@/lib/domain/dispensing-input";
import { faultOfPacks, readPackCode } from "@/lib/domain/pack-code";
import { authorize, requireOtherPerson } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/** R20, four eyes: somebody other than the picker reads every batch off the packs; one that is not promised, or of another medicine, stops the line. */
export async function checkOrder(work: Work, input: CheckOrder): Promise<void> {
  authorize(work.actor, "order.check");
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: {
      ...movableOrderSelect,
      pickedById: true,
      items: {
        where: { leftOutReason: null },
        select: {
          medicine: { select: { gtin: true } },
          reservations: { where: { releasedAt: null }, select: { batch: { select: { number: true } } } },
        },
      },
    },
  });
  if (!order) throw notFound();
  requireOtherPerson(work.actor, order.pickedById, "picker_is_checker");
  const promised = order.items.flatMap(({ medicine, reservations }) =>
    reservations.map(({ batch }) => ({ number: batch.number, gtin: medicine.gtin })),
  );
  const fault = faultOfPacks(promised, input.batches.map(readPackCode));
  if (fault) throw new Refusal(fault, { rule: "R25" });
  await requireFreshStock(work, order.id);
  await moveOrder(work, order, "check", { change: { checkedById: asPerson(work.actor).accountId } });
}
