import "server-only";
import { systemActor } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { carryOutRefund } from "@/lib/flows/payment/carry-out-refund";
import { settleCheckout } from "@/lib/flows/payment/settle";
import { refreshRecord } from "@/lib/flows/record/refresh";
import { pollShipment } from "@/lib/flows/shipment/poll";
import { subscribeShipment } from "@/lib/flows/shipment/subscribe";
import { log } from "@/lib/log";
import { silentParcels, unsubscribedShipments } from "@/lib/queries/jobs/due";
import { openCheckouts, openRefunds } from "@/lib/queries/jobs/payments";
import { peopleToAskFor } from "@/lib/queries/jobs/tests";

/** Messages of the outside world get a minute before they are asked after. */
const PATIENCE_MINUTES = 1;

/**
 * Asks the outside what became of everything that is still open in the books: checkouts, refunds, parcels without
 * tracking or news, results of tests that were ordered. Returns how many were asked about; a failure is logged and tried again next time.
 */
export async function reconcile(now: Date): Promise<number> {
  const before = addMinutes(now, -PATIENCE_MINUTES);
  const run = { actor: systemActor("payments"), now };
  const work = [
    ...(await openCheckouts(before)).flatMap(({ gatewaySessionId }) =>
      gatewaySessionId ? [() => settleCheckout(run, gatewaySessionId)] : [],
    ),
    ...(await openRefunds(before)).map(
      ({ id }) =>
        () =>
          carryOutRefund(id, now),
    ),
    ...(await unsubscribedShipments(before)).map(
      ({ id }) =>
        () =>
          subscribeShipment(now, id),
    ),
    ...(await silentParcels(now)).map(
      ({ id }) =>
        () =>
          pollShipment(now, id),
    ),
    ...(await peopleToAskFor(now)).map(
      ({ patientId }) =>
        () =>
          refreshRecord({ actor: systemActor("records"), now }, { patientId }, "changes"),
    ),
  ];
  for (const ask of work)
    await ask().catch((error: unknown) => log().warn({ err: error }, "reconciliation will ask again"));
  return work.length;
}
