import "server-only";
import { signForOrder } from "@/lib/commands/order/sign";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import type { SignForOrder } from "@/lib/domain/order-input";

/** Five codes in 15 minutes for one order: a code is not to be guessed. */
const attempts = attemptLimit("receipt-code", 5);

/** Signs for an order; tries at its code count outside the transaction, so that a wrong one is not forgotten with it. */
export async function sign(run: Run, input: SignForOrder): Promise<void> {
  if (input.code) await attempts.consume(input.orderId);
  await transact(run, signForOrder, input);
  if (input.code) await attempts.forgive(input.orderId);
}
