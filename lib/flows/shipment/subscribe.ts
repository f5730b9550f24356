import "server-only";
import { recordSubscription } from "@/lib/commands/shipment/record-subscription";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { subscribeParcel } from "@/lib/gateways/carrier";
import { shipmentToFollow } from "@/lib/queries/jobs/shipment";

/** Asks the carrier platform to report a parcel, and notes that it does. Safe to repeat. */
export async function subscribeShipment(now: Date, shipmentId: string): Promise<"subscribed" | "unknown_number"> {
  const shipment = await shipmentToFollow(shipmentId);
  if (!shipment || shipment.subscribedAt) return "subscribed";
  const answer = await subscribeParcel(shipment);
  if (answer === "subscribed")
    await transact({ actor: systemActor("carrier"), now }, recordSubscription, { shipmentId });
  return answer;
}
