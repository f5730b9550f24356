import "server-only";
import { newId } from "@/lib/db/id";
import { digest } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";

/** New recovery codes in place of the old ones, of which none serves any more. Only digests are kept. */
export async function replaceRecoveryCodes(
  work: Work,
  { codes }: { readonly codes: readonly string[] },
): Promise<void> {
  authorize(work.actor, "account.renew_recovery_codes");
  const { accountId } = asPerson(work.actor);
  await work.tx.recoveryCode.deleteMany({ where: { accountId } });
  await work.tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(),
      accountId,
      codeDigest: digest("recovery_code", code),
      createdAt: work.now,
    })),
  });
  work.audit({ action: "account.renew_recovery_codes", subjectType: "account", subjectId: accountId });
}
