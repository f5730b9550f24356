import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";

/** Notes the gateway's page for a payment that is still pending. */
export async function recordCheckout(
  work: Work,
  input: { paymentId: string; sessionId: string; url: string },
): Promise<void> {
  authorize(work.actor, "payment.begin");
  await work.tx.payment.updateMany({
    where: { id: input.paymentId, status: "pending", accountId: work.actor.accountId ?? undefined },
    data: { gatewaySessionId: input.sessionId, checkoutUrl: input.url, version: { increment: 1 } },
  });
  work.audit({ action: "payment.checkout_opened", subjectType: "payment", subjectId: input.paymentId });
}
