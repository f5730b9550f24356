import "server-only";
import { beginPayment } from "@/lib/commands/payment/begin";
import { recordCheckout } from "@/lib/commands/payment/record-checkout";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { BeginPayment } from "@/lib/domain/payment-input";
import { openCheckout } from "@/lib/gateways/payment";

/** Opens the gateway's page for a fee, for medicine or for delivery: intent, gateway, result. Asked twice, it is the same page. */
export async function beginPaymentFlow(
  run: Run,
  input: BeginPayment,
): Promise<{ paymentId: string; checkoutUrl: string }> {
  const intent = await transact(run, beginPayment, input);
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
