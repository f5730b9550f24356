import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { readAddress } from "@/lib/domain/address";

/** A parcel as the carrier platform needs it; null where there is none. */
export async function shipmentToFollow(id: string) {
  const shipment = await db().shipment.findUnique({
    where: { id },
    select: { carrierCode: true, trackingNumber: true, subscribedAt: true, order: { select: { addressSealed: true } } },
  });
  if (!shipment) return null;
  const { order, ...parcel } = shipment;
  return { ...parcel, phone: order.addressSealed ? readAddress(unseal(order.addressSealed)).phone : "" };
}
