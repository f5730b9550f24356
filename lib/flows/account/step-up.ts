import "server-only";
import { totpStep } from "@/lib/auth/second-factor";
import { recordStepUp } from "@/lib/commands/account/step-up";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { StepUp } from "@/lib/domain/step-up-input";
import { Refusal } from "@/lib/errors";
import { ownTotpSecret } from "@/lib/queries/account/second-factor";

const attempts = attemptLimit("step-up", 5);

/**
 * Somebody signed in shows the second factor again (`proof` 7). Refusals: `code_wrong`, `code_used`, `too_many` after five misses in
 * a quarter of an hour.
 */
export async function stepUp(run: Run, { code }: StepUp): Promise<{ done: true }> {
  const actor = asPerson(run.actor);
  await attempts.consume(actor.accountId);
  const secret = await ownTotpSecret(actor);
  const step = secret === null ? null : await totpStep(secret, code, run.now);
  if (step === null) throw new Refusal("code_wrong", { fields: { code: "code_wrong" } });
  await transact(run, recordStepUp, { totpStep: step });
  await attempts.forgive(actor.accountId);
  return { done: true };
}
