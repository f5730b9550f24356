import "server-only";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";
import { paymentOf } from "@/lib/queries/patient/payment";
import { settleCheckout } from "./settle";

/** Asks the gateway what became of the payer's own payment: for the moments in which its message is still on its way. */
export async function refreshPayment(run: Run, input: { paymentId: string }): Promise<{ status: string }> {
  const payment = await paymentOf(asPerson(run.actor), input.paymentId);
  if (!payment) throw notFound();
  if (payment.status === "pending" && payment.gatewaySessionId) await settleCheckout(run, payment.gatewaySessionId);
  return { status: (await paymentOf(asPerson(run.actor), input.paymentId))?.status ?? payment.status };
}
