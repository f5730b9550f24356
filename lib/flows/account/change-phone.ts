import "server-only";
import { storePhone } from "@/lib/commands/account/change-phone";
import { spendCode } from "@/lib/db/one-time-code";
import { type Run, transact } from "@/lib/db/transact";
import type { ChangePhone } from "@/lib/domain/account-input";
import { Refusal } from "@/lib/errors";

/** The number that one signs in with, replaced by another whose code was shown. Refusals: `code_wrong`, `phone_taken`. */
export async function changePhone(run: Run, { phone, code }: ChangePhone): Promise<void> {
  if (!(await spendCode("change_phone", phone, code, run.now)))
    throw new Refusal("code_wrong", { fields: { code: "code_wrong" } });
  await transact(run, storePhone, { phone });
}
