import "server-only";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { paymentOf } from "@/lib/queries/patient/payment";
import { settleCheckout } from "./settle";

/** Asks the gateway what became of the payer's own payment: for the moments in which its message is still on its way. */
export async function refreshPayment(run: Run, input: { paymentId: string }): Promise<{ status: string }> {
  const actor = asPerson(run.actor);
  const payment = await paymentOf(actor, input.paymentId);
  if (payment.status !== "pending" || !payment.gatewaySessionId) return { status: payment.status };
  await settleCheckout(run, payment.gatewaySessionId);
  return { status: (await paymentOf(actor, input.paymentId)).status };
}
