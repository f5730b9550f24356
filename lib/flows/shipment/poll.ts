import "server-only";
import { notePoll } from "@/lib/commands/shipment/note-poll";
import { reportShipment } from "@/lib/commands/shipment/report";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { queryParcel } from "@/lib/gateways/carrier";
import { shipmentToFollow } from "@/lib/queries/jobs/shipment";

/** Asks the carrier platform about a parcel that it has been silent about, and books what it says. Safe to repeat. */
export async function pollShipment(now: Date, shipmentId: string): Promise<void> {
  const shipment = await shipmentToFollow(shipmentId);
  if (!shipment) return;
  const run = { actor: systemActor("carrier"), now };
  const report = await queryParcel(shipment);
  await transact(run, notePoll, { shipmentId });
  if (report) await transact(run, reportShipment, report);
}
