import "server-only";
import { hashPassword } from "@/lib/auth/password";
import { storePassword } from "@/lib/commands/account/set-password";
import { spendCode } from "@/lib/db/one-time-code";
import { type Run, transact } from "@/lib/db/transact";
import type { SetPassword } from "@/lib/domain/account-input";
import { asPerson } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { ownPhone } from "@/lib/queries/account/phone";

/** Sets or replaces the password. Refusals: `no_phone`, `code_wrong`, `password_is_number`. */
export async function setPassword(run: Run, { code, password }: SetPassword): Promise<void> {
  const phone = await ownPhone(asPerson(run.actor));
  if (phone === null) throw new Refusal("no_phone");
  if (password.includes(phone)) throw new Refusal("invalid_input", { fields: { password: "password_is_number" } });
  if (!(await spendCode("set_password", phone, code, run.now)))
    throw new Refusal("code_wrong", { fields: { code: "code_wrong" } });
  await transact(run, storePassword, { passwordHash: await hashPassword(password) });
}
