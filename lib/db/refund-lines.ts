import "server-only";
import { Refusal } from "@/lib/errors";
import type { Work } from "./transact";

/**
 * Marks packs of an order's lines as given back and returns their price in fen, at the price that was paid. One statement; throws
 * `refund_above_paid` where a line has fewer packs left than asked for, or is another order's; then nothing is marked.
 */
export async function takeBackPacks(
  work: Work,
  orderId: string,
  lines: readonly { readonly orderItemId: string; readonly packs: number }[],
): Promise<number> {
  const taken = await work.tx.$queryRaw<{ fen: number }[]>`
    UPDATE "OrderItem" i SET "refundedPacks" = i."refundedPacks" + asked."packs"
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS asked("orderItemId" uuid, "packs" int)
    WHERE i."id" = asked."orderItemId" AND i."orderId" = ${orderId}::uuid AND i."refundedPacks" + asked."packs" <= i."packs"
    RETURNING asked."packs" * i."unitPriceFen" AS "fen"`;
  if (taken.length !== lines.length) throw new Refusal("refund_above_paid");
  return taken.reduce((sum, { fen }) => sum + fen, 0);
}
