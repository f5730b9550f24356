import "server-only";
import { hashPassword } from "@/lib/auth/password";
import { newRecoveryCodes } from "@/lib/auth/recovery";
import { totpStep } from "@/lib/auth/second-factor";
import { acceptInvitation } from "@/lib/commands/staff/accept-invitation";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import type { AcceptInvitation } from "@/lib/domain/staff-input";
import { Refusal } from "@/lib/errors";
import { openInvitation } from "@/lib/queries/public/invitation";

const attempts = attemptLimit("invitation", 10);

/**
 * Sets password and second factor of an invited member of staff. Refusals: `invitation_ended`, `passwords_differ`, `code_wrong`,
 * `too_many`. Returns the recovery codes: they are shown once.
 */
export async function takeUpInvitation(run: Run, input: AcceptInvitation): Promise<{ recoveryCodes: string[] }> {
  await attempts.consume(input.token);
  if (input.password !== input.repeated)
    throw new Refusal("passwords_differ", { fields: { repeated: "passwords_differ" } });
  const invitation = await openInvitation(input.token, run.now);
  if (!invitation) throw new Refusal("invitation_ended");
  const step = await totpStep(invitation.totpSecret, input.code, run.now);
  if (step === null) throw new Refusal("code_wrong", { fields: { code: "code_wrong" } });
  const recoveryCodes = newRecoveryCodes();
  await transact(run, acceptInvitation, {
    token: input.token,
    passwordHash: await hashPassword(input.password),
    totpSecret: invitation.totpSecret,
    totpStep: step,
    recoveryCodes,
  });
  return { recoveryCodes };
}
