import "server-only";
import type { Run } from "@/lib/db/transact";
import { readGatewayMessage } from "@/lib/gateways/payment";
import { refundIdAtGateway } from "@/lib/queries/jobs/payments";
import { carryOutRefund } from "./carry-out-refund";
import { settleCheckout } from "./settle";

/** A message of the payment gateway: signature first, then what it is about is asked of the gateway itself. */
export async function takeGatewayMessage(run: Run, raw: string, signature: string | null): Promise<void> {
  const message = readGatewayMessage(raw, signature);
  if (message.about === "checkout") {
    await settleCheckout(run, message.id, { id: message.eventId, type: message.type });
    return;
  }
  if (message.about === "refund") {
    const refund = await refundIdAtGateway(message.id);
    if (refund) await carryOutRefund(refund.id, run.now);
  }
}
