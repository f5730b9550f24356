import "server-only";
import { handOverOrder } from "@/lib/commands/order/hand-over";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import type { HandOverOrder } from "@/lib/domain/dispensing-input";

/** Five codes in 15 minutes for one order: a code is not to be guessed. */
const attempts = attemptLimit("pickup-code", 5);

/** Hands an order over by its code; the tries count outside the transaction, so that a wrong one is not forgotten with it. */
export async function handOver(run: Run, input: HandOverOrder): Promise<void> {
  await attempts.consume(input.orderId);
  await transact(run, handOverOrder, input);
  await attempts.forgive(input.orderId);
}
