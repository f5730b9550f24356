import "server-only";
import { reportShipment } from "@/lib/commands/shipment/report";
import { type Run, transact } from "@/lib/db/transact";
import { readParcelPush } from "@/lib/gateways/carrier";

/** A push of the carrier platform: signature first, then the parcel's state. A parcel that is none of ours is refused. */
export async function takeParcelPush(run: Run, raw: string): Promise<void> {
  await transact(run, reportShipment, readParcelPush(raw));
}
