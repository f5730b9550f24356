import "server-only";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { storePassword } from "@/lib/commands/account/set-password";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { type Run, transact } from "@/lib/db/transact";
import type { ChangePassword } from "@/lib/domain/account-input";
import { asPerson } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { ownPasswordHash } from "@/lib/queries/account/second-factor";

/** Somebody who found an open desk does not guess the password there. */
const attempts = attemptLimit("change-password", 5);

/** A member of staff's own new password; the old one is asked for. Refusals: `password_wrong`, `password_same`, `too_many`. */
export async function changePassword(run: Run, { current, password }: ChangePassword): Promise<void> {
  const actor = asPerson(run.actor);
  await attempts.consume(actor.accountId);
  if (!(await verifyPassword(await ownPasswordHash(actor), current)))
    throw new Refusal("invalid_input", { fields: { current: "password_wrong" } });
  await attempts.forgive(actor.accountId);
  if (password === current) throw new Refusal("invalid_input", { fields: { password: "password_same" } });
  await transact(run, storePassword, { passwordHash: await hashPassword(password) });
}
