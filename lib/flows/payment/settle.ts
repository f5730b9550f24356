import "server-only";
import { applyCheckout, type CheckoutOutcome } from "@/lib/commands/payment/apply-checkout";
import { type Run, transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { readCheckout } from "@/lib/gateways/payment";
import { isEventKnown } from "@/lib/queries/jobs/payments";

/**
 * Settles a checkout by what the gateway itself says now (never by what a message carried). Called by its webhook, by the
 * patient's return, by the reconciliation; an event that took effect already is left alone.
 */
export async function settleCheckout(
  run: Run,
  sessionId: string,
  event?: { id: string; type: string },
): Promise<CheckoutOutcome> {
  if (event && (await isEventKnown(event.id))) return "unchanged";
  const { state, amountFen, currency, gatewayPaymentId } = await readCheckout(sessionId);
  const asGateway: Run = { ...run, actor: systemActor("payments") };
  try {
    return await transact(asGateway, applyCheckout, {
      sessionId,
      state,
      amountFen,
      currency,
      gatewayPaymentId,
      ...(event && { event }),
    });
  } catch (error) {
    // Two deliveries of one event at once: the other one carried it in.
    if (event && error instanceof Refusal && error.code === "conflict" && (await isEventKnown(event.id)))
      return "unchanged";
    throw error;
  }
}
