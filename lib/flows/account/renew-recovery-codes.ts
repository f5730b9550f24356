import "server-only";
import { newRecoveryCodes } from "@/lib/auth/recovery";
import { replaceRecoveryCodes } from "@/lib/commands/account/renew-recovery-codes";
import { type Run, transact } from "@/lib/db/transact";

/** Ten new recovery codes: they are shown once. */
export async function renewRecoveryCodes(run: Run): Promise<{ recoveryCodes: string[] }> {
  const codes = newRecoveryCodes();
  await transact(run, replaceRecoveryCodes, { codes });
  return { recoveryCodes: codes };
}
