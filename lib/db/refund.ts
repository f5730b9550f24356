import "server-only";
import { addDays } from "@/lib/domain/calendar";
import { REFUND_DAYS, type RefundReason } from "@/lib/domain/payment";
import { Prisma } from "./client";
import { newId } from "./id";
import type { Work } from "./transact";

/** Which settled payments: one by its own id, the one of a consultation, an order's for one purpose or for all. */
export type PaidFor =
  | { readonly paymentId: string }
  | { readonly consultationId: string }
  | { readonly orderId: string; readonly purpose?: "medicine" | "delivery" };

function whichPayment(paid: PaidFor): Prisma.Sql {
  if ("paymentId" in paid) return Prisma.sql`"id" = ${paid.paymentId}::uuid`;
  if ("consultationId" in paid) return Prisma.sql`"consultationId" = ${paid.consultationId}::uuid`;
  const ofOrder = Prisma.sql`"orderId" = ${paid.orderId}::uuid`;
  return paid.purpose ? Prisma.sql`${ofOrder} AND "purpose" = ${paid.purpose}::"PaymentPurpose"` : ofOrder;
}

export interface RequestedRefund {
  readonly refundId: string;
  readonly amountFen: number;
  readonly expectedAt: Date;
}

/** An order has two settled payments at most: medicine and delivery. */
const MOST_PAYMENTS = 2;

/**
 * Gives back what is left of settled payments, or `amountFen` of one, in one statement: reserves the amount on the payment under
 * its row lock (never above what was paid), writes the refund with its idempotency key, and leaves the call to the gateway to
 * the outbox. Returns the refunds; none where there is nothing (or not that much) to give back.
 */
export async function requestRefund(
  work: Work,
  request: PaidFor & {
    readonly amountFen?: number;
    readonly reasonCode: RefundReason;
    /** Where a person lets the money go: on whose request, and what was noted. */
    readonly given?: { readonly requestId: string; readonly askedById: string; readonly note: string };
  },
): Promise<RequestedRefund[]> {
  const expectedAt = addDays(work.now, REFUND_DAYS);
  const asked = request.amountFen ?? null;
  const { given } = request;
  const askedById = given ? given.askedById : work.actor.accountId;
  const approvedById = given ? work.actor.accountId : null;
  const ids = Array.from({ length: MOST_PAYMENTS }, (_, index) => ({ n: index + 1, id: newId(), key: newId() }));
  const refunds = await work.tx.$queryRaw<{ id: string; amountFen: number }[]>`
    WITH paid AS (
      SELECT "id", COALESCE(${asked}::int, "amountFen" - "refundedFen") AS "back"
      FROM "Payment"
      WHERE ${whichPayment(request)} AND "status" = 'succeeded'
        AND "amountFen" - "refundedFen" >= GREATEST(COALESCE(${asked}::int, 1), 1)
      FOR UPDATE
    ), numbered AS (
      SELECT *, row_number() OVER (ORDER BY "id") AS "n" FROM paid
    ), reserved AS (
      UPDATE "Payment" p SET "refundedFen" = p."refundedFen" + paid."back", "version" = p."version" + 1
      FROM paid WHERE p."id" = paid."id"
    )
    INSERT INTO "Refund" ("id", "paymentId", "amountFen", "reasonCode", "requestedById", "idempotencyKey", "createdAt", "expectedAt",
      "approvedById", "requestId", "note")
    SELECT ids."id", numbered."id", numbered."back", ${request.reasonCode}, ${askedById}::uuid, ids."key", ${work.now}, ${expectedAt},
      ${approvedById}::uuid, ${given?.requestId ?? null}::uuid, ${given?.note ?? ""}
    FROM numbered JOIN jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS ids("n" int, "id" uuid, "key" text) ON ids."n" = numbered."n"
    RETURNING "id", "amountFen"`;
  for (const { id } of refunds) work.sendBack(id);
  return refunds.map(({ id, amountFen }) => ({ refundId: id, amountFen, expectedAt }));
}
