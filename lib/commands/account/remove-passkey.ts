import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import type { RemovePasskey } from "@/lib/domain/passkey-input";
import { authorize } from "@/lib/domain/policy";
import { notFound } from "@/lib/errors";

/** One's own passkey opens nothing any more. */
export async function removePasskey(work: Work, { passkeyId }: RemovePasskey): Promise<void> {
  authorize(work.actor, "account.remove_passkey");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.passkey.updateMany({
    where: { id: passkeyId, accountId, endedAt: null },
    data: { endedAt: work.now },
  });
  if (count === 0) throw notFound();
  work.audit({ action: "account.remove_passkey", subjectType: "account", subjectId: accountId });
}
