import "server-only";
import { addDays } from "@/lib/domain/calendar";
import { REFUND_DAYS, type RefundReason } from "@/lib/domain/payment";
import { Prisma } from "./client";
import { newId } from "./id";
import type { Work } from "./transact";

/** Which settled payment: by its own id, or the one of a consultation, or an order's for one purpose. */
export type PaidFor =
  | { readonly paymentId: string }
  | { readonly consultationId: string }
  | { readonly orderId: string; readonly purpose: "medicine" | "delivery" };

function whichPayment(paid: PaidFor): Prisma.Sql {
  if ("paymentId" in paid) return Prisma.sql`"id" = ${paid.paymentId}::uuid`;
  if ("consultationId" in paid) return Prisma.sql`"consultationId" = ${paid.consultationId}::uuid`;
  return Prisma.sql`"orderId" = ${paid.orderId}::uuid AND "purpose" = ${paid.purpose}::"PaymentPurpose"`;
}

/**
 * Gives back what is left of a settled payment, or `amountFen` of it, in one statement: reserves the amount on the payment under
 * its row lock (never above what was paid), writes the refund with its idempotency key, and leaves the call to the gateway to
 * the outbox. Returns the refund; null where there is nothing (or not that much) to give back.
 */
export async function requestRefund(
  work: Work,
  request: PaidFor & { readonly amountFen?: number; readonly reasonCode: RefundReason },
): Promise<{ refundId: string; amountFen: number; expectedAt: Date } | null> {
  const refundId = newId();
  const expectedAt = addDays(work.now, REFUND_DAYS);
  const asked = request.amountFen ?? null;
  const [refund] = await work.tx.$queryRaw<{ amountFen: number }[]>`
    WITH paid AS (
      SELECT "id", COALESCE(${asked}::int, "amountFen" - "refundedFen") AS "back"
      FROM "Payment"
      WHERE ${whichPayment(request)} AND "status" = 'succeeded'
        AND "amountFen" - "refundedFen" >= GREATEST(COALESCE(${asked}::int, 1), 1)
      FOR UPDATE
    ), reserved AS (
      UPDATE "Payment" p SET "refundedFen" = p."refundedFen" + paid."back", "version" = p."version" + 1
      FROM paid WHERE p."id" = paid."id"
    )
    INSERT INTO "Refund" ("id", "paymentId", "amountFen", "reasonCode", "requestedById", "idempotencyKey", "createdAt", "expectedAt")
    SELECT ${refundId}::uuid, paid."id", paid."back", ${request.reasonCode}, ${work.actor.accountId}::uuid, ${newId()}, ${work.now}, ${expectedAt}
    FROM paid
    RETURNING "amountFen"`;
  if (!refund) return null;
  work.sendBack(refundId);
  return { refundId, amountFen: refund.amountFen, expectedAt };
}
