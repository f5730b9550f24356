import "server-only";
import { shipOrder } from "@/lib/commands/order/ship";
import { type Run, transact } from "@/lib/db/transact";
import type { ShipOrder } from "@/lib/domain/dispensing-input";
import { Refusal } from "@/lib/errors";
import { subscribeShipment } from "@/lib/flows/shipment/subscribe";
import { log } from "@/lib/log";

/**
 * Ships an order, then asks the carrier platform to report its parcels. A platform that is down holds nothing up: the
 * reconciliation asks again.
 */
export async function ship(run: Run, input: ShipOrder): Promise<void> {
  const { shipmentIds } = await transact(run, shipOrder, input).catch((error: unknown) => {
    // The number stands on another parcel already.
    if (error instanceof Refusal && error.code === "conflict" && Object.keys(error.params).length === 0)
      throw new Refusal("tracking_taken", { fields: { trackingNumbers: "tracking_taken" } });
    throw error;
  });
  for (const shipmentId of shipmentIds)
    await subscribeShipment(run.now, shipmentId).catch((error: unknown) =>
      log().warn({ err: error }, "the carrier platform will be asked again"),
    );
}
