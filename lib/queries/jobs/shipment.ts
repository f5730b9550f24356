import "server-only";
import { db } from "@/lib/db/client";

export const shipmentToFollow = (id: string) =>
  db().shipment.findUnique({
    where: { id },
    select: { carrierCode: true, trackingNumber: true, subscribedAt: true },
  });
