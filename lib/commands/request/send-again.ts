import "server-only";
import { humanNumber } from "@/lib/db/human-number";
import { newId } from "@/lib/db/id";
import { findRequest } from "@/lib/db/move-request";
import { newPickupCode } from "@/lib/db/pickup-code";
import { reserveStock } from "@/lib/db/stock";
import type { Work } from "@/lib/db/transact";
import { orderMachine } from "@/lib/domain/order";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import type { SendAgain } from "@/lib/domain/request-input";
import { Refusal } from "@/lib/errors";

/**
 * What was damaged, missing, wrong or lost is sent once more for nothing: an order of its own in the place of the first, which goes
 * over the bench like any other (R20, R25), to the same address. Throws `not_sent_yet` for an order that has not left the pharmacy,
 * `refund_above_paid` for more packs than were ordered and not paid back, `out_of_stock`.
 */
export async function sendAgain(work: Work, input: SendAgain): Promise<{ id: string }> {
  authorize(work.actor, "request.send_again");
  const request = await findRequest(work, input.requestId);
  await work.tx.$queryRaw`SELECT "id" FROM "Order" WHERE "id" = ${request.orderId}::uuid FOR UPDATE`;
  const first = await work.tx.order.findUniqueOrThrow({
    where: { id: request.orderId },
    select: {
      ...{ id: true, status: true, prescriptionId: true, accountId: true, patientId: true, fulfilment: true },
      ...{ carrierCode: true, provinceCode: true, areaCode: true, addressSealed: true },
      ...{ collectorSealed: true, replacesId: true },
      items: { select: { id: true, medicineId: true, packs: true, refundedPacks: true } },
      replacements: {
        where: { status: { notIn: ["cancelled"] } },
        select: { items: { select: { medicineId: true, packs: true } } },
      },
    },
  });
  if (!orderMachine.isFinal(first.status) && first.status !== "shipped") throw new Refusal("not_sent_yet");
  const items = input.orderItemIds.flatMap((orderItemId, index) => {
    const packs = input.packs[index] ?? 0;
    if (packs === 0) return [];
    const item = first.items.find(({ id }) => id === orderItemId);
    if (!item || packs > item.packs - item.refundedPacks - sentAgain(first.replacements, item.medicineId))
      throw new Refusal("refund_above_paid");
    return [{ id: newId(), medicineId: item.medicineId, packs, unitPriceFen: 0 }];
  });
  const isExpress = first.fulfilment === "express";
  const id = newId();
  const { replacesId, items: _, replacements: __, status: ___, id: firstId, ...same } = first;
  await work.tx.order.create({
    data: {
      ...{
        ...same,
        id,
        number: await humanNumber(work.tx, "O", work.now),
        replacesId: replacesId ?? firstId,
        status: "paid",
      },
      deliveryPayment: isExpress ? "online" : null,
      pickupCodeSealed: newPickupCode(),
      ...{ medicineFen: 0, deliveryFen: 0, createdAt: work.now, paidAt: work.now },
      items: { create: items.map((item, index) => ({ ...item, position: index + 1 })) },
      events: {
        create: { id: newId(), event: "send_again", toStatus: "paid", actorId: work.actor.accountId, at: work.now },
      },
    },
    select: { id: true },
  });
  await reserveStock(
    work,
    items.map(({ id: orderItemId, medicineId, packs }) => ({ orderItemId, medicineId, packs })),
  );
  work.audit({
    action: "order.send_again",
    subjectType: "order",
    subjectId: id,
    patientId: first.patientId,
    detail: { packs: items.reduce((sum, { packs }) => sum + packs, 0) },
  });
  const { accountId } = first;
  work.notify({
    accountId,
    kind: "order_sent_again",
    params: { number: request.order.number },
    path: `/patient/orders/${id}`,
  });
  work.emit({ channel: channels.dispensingDesk, event: "changed", data: { id } });
  work.emit({ channel: channels.order(firstId), event: "changed", data: { id: firstId } });
  return { id };
}

/** Packs of a medicine that went out once more already. */
const sentAgain = (
  replacements: readonly { readonly items: readonly { readonly medicineId: string; readonly packs: number }[] }[],
  medicineId: string,
): number =>
  replacements
    .flatMap(({ items }) => items)
    .reduce((sum, item) => sum + (item.medicineId === medicineId ? item.packs : 0), 0);
