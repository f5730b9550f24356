import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { unseal } from "@/lib/db/seal";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

/**
 * One order on the bench: its lines with the promised batches, who did what, and, once it is sealed for the courier, the address
 * for the label. The look is written down. Two statements.
 */
export async function dispensingOrder(actor: Person, now: Date, id: string) {
  if (!isId(id)) throw notFound();
  const row = await db().order.findFirst({
    where: { AND: [{ id }, scope.order(actor)] },
    select: {
      ...{ id: true, number: true, status: true, fulfilment: true, paidAt: true, shelf: true, addressSealed: true },
      ...{ patientId: true, pickedById: true, checkedById: true, provinceCode: true, deliveryPayment: true },
      carrier: { select: { nameZh: true, nameEn: true } },
      shipment: { select: { trackingNumber: true, status: true } },
      prescription: { select: { id: true, number: true, patient: { select: { name: true } } } },
      items: {
        orderBy: { position: "asc" },
        select: {
          ...{ id: true, packs: true },
          medicine: {
            select: {
              nameZh: true,
              nameEn: true,
              strengthZh: true,
              strengthEn: true,
              packZh: true,
              packEn: true,
              isRefrigerated: true,
            },
          },
          reservations: {
            where: { releasedAt: null },
            select: { id: true, quantity: true, batch: { select: { number: true, expiresOn: true } } },
          },
        },
      },
      events: { orderBy: { at: "asc" }, select: { id: true, event: true, toStatus: true, at: true } },
    },
  });
  if (!row) throw notFound();
  const { addressSealed, ...order } = row;
  const showsAddress = order.status === "sealed" && order.fulfilment === "express" && addressSealed !== null;
  await recordView(actor, now, {
    action: showsAddress ? "order.address_view" : "order.view",
    subjectType: "order",
    subjectId: id,
    patientId: order.patientId,
  });
  return { ...order, address: showsAddress ? readAddress(unseal(addressSealed)) : null };
}

export type DispensingOrder = Awaited<ReturnType<typeof dispensingOrder>>;
