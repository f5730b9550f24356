import "server-only";
import { totpStep } from "@/lib/auth/second-factor";
import { recordStepUp } from "@/lib/commands/account/step-up";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import { asPerson, type Person } from "@/lib/domain/actor";
import type { StepUp } from "@/lib/domain/step-up-input";
import { Refusal } from "@/lib/errors";
import { ownTotpSecret } from "@/lib/queries/account/second-factor";
import { requirePasskey } from "./passkeys";

const attempts = attemptLimit("step-up", 5);

/**
 * Somebody signed in shows the second factor again (`proof` 7). Refusals: `code_wrong`, `code_used`, `passkey_refused`, `too_many`
 * after five misses in a quarter of an hour.
 */
export async function stepUp(run: Run, shown: StepUp): Promise<{ done: true }> {
  const actor = asPerson(run.actor);
  await attempts.consume(actor.accountId);
  if ("code" in shown)
    await transact(run, recordStepUp, { method: "code", totpStep: await rightStep(actor, shown.code, run.now) });
  else {
    await requirePasskey(run, shown);
    await transact(run, recordStepUp, { method: "passkey" });
  }
  await attempts.forgive(actor.accountId);
  return { done: true };
}

async function rightStep(actor: Person, code: string, now: Date): Promise<number> {
  const secret = await ownTotpSecret(actor);
  const step = secret === null ? null : await totpStep(secret, code, now);
  if (step === null) throw new Refusal("code_wrong", { fields: { code: "code_wrong" } });
  return step;
}
