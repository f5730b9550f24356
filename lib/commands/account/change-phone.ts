import "server-only";
import { digest, seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/** Another mobile number for the account, whose code was just shown. `phone_taken` where an account has it already. */
export async function storePhone(work: Work, { phone }: { readonly phone: string }): Promise<void> {
  authorize(work.actor, "account.change_phone");
  const { accountId, sessionId } = asPerson(work.actor);
  const loginDigest = digest("login", phone);
  const taken = await work.tx.account.count({ where: { loginDigest, id: { not: accountId } } });
  if (taken > 0) throw new Refusal("phone_taken", { fields: { phone: "phone_taken" } });
  await work.tx.account.update({
    where: { id: accountId },
    data: { loginDigest, phoneSealed: seal(phone) },
    select: { id: true },
  });
  await work.tx.session.updateMany({
    where: { accountId, endedAt: null, id: { not: sessionId } },
    data: { endedAt: work.now },
  });
  work.audit({ action: "account.change_phone", subjectType: "account", subjectId: accountId });
}
