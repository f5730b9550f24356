import "server-only";
import { newId } from "@/lib/db/id";
import { findCarrier } from "@/lib/db/ordering";
import { scope } from "@/lib/db/scope";
import { seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { addressText } from "@/lib/domain/address";
import { parcelGrams } from "@/lib/domain/delivery";
import { isAddressOpen } from "@/lib/domain/order";
import type { ChangeAddress } from "@/lib/domain/order-input";
import { authorize } from "@/lib/domain/policy";
import { channels } from "@/lib/domain/realtime";
import { provinceOf } from "@/lib/domain/vocabulary/areas";
import { conflict, notFound, Refusal } from "@/lib/errors";

/**
 * Sends a parcel elsewhere, until it is sealed. The carrier stays, and so does what was paid for the delivery: another area
 * is taken only where it costs the same (`address_other_price`).
 */
export async function changeAddress(work: Work, input: ChangeAddress): Promise<void> {
  authorize(work.actor, "order.change_address");
  const { areaCode } = input;
  const order = await work.tx.order.findFirst({
    where: { AND: [{ id: input.orderId }, scope.order(work.actor)] },
    select: {
      ...{
        id: true,
        status: true,
        version: true,
        patientId: true,
        areaCode: true,
        deliveryFen: true,
        carrierCode: true,
      },
      items: { where: { leftOutReason: null }, select: { packs: true, medicine: { select: { packGrams: true } } } },
    },
  });
  if (!order) throw notFound();
  if (!order.carrierCode || !isAddressOpen(order.status)) throw new Refusal("address_closed");
  const hasMoved = areaCode !== order.areaCode;
  const carrier = hasMoved ? await findCarrier(work, order.carrierCode, areaCode, parcelGrams(order.items)) : null;
  if (hasMoved && carrier?.priceFen !== order.deliveryFen)
    throw new Refusal("address_other_price", { rule: "R23", fields: { areaCode: "address_other_price" } });
  const { count } = await work.tx.order.updateMany({
    where: { id: order.id, status: order.status, version: order.version },
    data: {
      ...{ addressSealed: seal(addressText(input)), areaCode, provinceCode: provinceOf(areaCode) },
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict();
  const { id, status: toStatus } = order;
  await work.tx.orderEvent.create({
    data: { id: newId(), orderId: id, event: "change_address", toStatus, actorId: work.actor.accountId, at: work.now },
    select: { id: true },
  });
  work.audit({
    action: "order.change_address",
    subjectType: "order",
    subjectId: id,
    patientId: order.patientId,
    detail: { status: toStatus, hasMoved },
  });
  work.emit({ channel: channels.order(id), event: "changed", data: { id } });
  work.emit({ channel: channels.dispensingDesk, event: "changed", data: { id } });
}
