import "server-only";
import { openEmergency } from "@/lib/commands/emergency/open";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { OpenEmergency } from "@/lib/domain/emergency-input";

/** Nobody reads through the hospital's cards this way: found or not, so many in a day. */
const attempts = attemptLimit("break-glass", 10, 24 * 60);

/** As the command, ten times a day at most (`too_many`). */
export async function breakGlass(run: Run, input: OpenEmergency): Promise<{ id: string }> {
  await attempts.consume(asPerson(run.actor).accountId);
  return transact(run, openEmergency, input);
}
