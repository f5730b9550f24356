import "server-only";
import { repriceOrder } from "@/lib/commands/order/reprice";
import { beginPayment } from "@/lib/commands/payment/begin";
import { recordCheckout } from "@/lib/commands/payment/record-checkout";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { BeginPayment } from "@/lib/domain/payment-input";
import { Refusal } from "@/lib/errors";
import { openCheckout } from "@/lib/gateways/payment";

/** Opens the gateway's page for a fee, for medicine or for delivery: intent, gateway, result. Asked twice, it is the same page. */
export async function beginPaymentFlow(
  run: Run,
  input: BeginPayment,
): Promise<{ paymentId: string; checkoutUrl: string }> {
  const intent = await transact(run, beginPayment, input).catch(async (error: unknown) => {
    // The order shows the new price; it is the patient's to decide.
    if (error instanceof Refusal && error.code === "price_changed" && input.purpose !== "consultation_fee")
      await transact(run, repriceOrder, { orderId: input.orderId });
    throw error;
  });
  if (intent.checkoutUrl) return { paymentId: intent.paymentId, checkoutUrl: intent.checkoutUrl };
  const { sessionId, url } = await openCheckout({
    paymentId: intent.paymentId,
    idempotencyKey: intent.idempotencyKey,
    amountFen: intent.amountFen,
    label: intent.number,
    locale: asPerson(run.actor).locale,
    expiresAt: intent.expiresAt,
  });
  await transact(run, recordCheckout, { paymentId: intent.paymentId, sessionId, url });
  return { paymentId: intent.paymentId, checkoutUrl: url };
}
