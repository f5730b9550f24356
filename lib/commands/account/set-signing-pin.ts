import "server-only";
import { newSigningKey } from "@/lib/db/signing/new-key";
import type { Work } from "@/lib/db/transact";
import type { SetSigningPin } from "@/lib/domain/account-input";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";

/**
 * A new signing key under a new PIN (R33): nobody can open the old one for its owner, so it is retired; what it signed stays
 * checkable. Throws `conflict` where two are set at once.
 */
export async function setSigningPin(work: Work, input: SetSigningPin): Promise<{ id: string }> {
  authorize(work.actor, "account.set_signing_pin");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.signingKey.updateMany({
    where: { accountId, retiredAt: null },
    data: { retiredAt: work.now },
  });
  const key = await newSigningKey(accountId, input.pin, work.now);
  await work.tx.signingKey.create({ data: key });
  work.audit({
    action: "account.set_signing_pin",
    subjectType: "signing_key",
    subjectId: key.id,
    detail: { algorithm: key.algorithm, retired: count },
  });
  return { id: key.id };
}
