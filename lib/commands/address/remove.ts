import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { NameAddress } from "@/lib/domain/saved-address";
import { notFound } from "@/lib/errors";

/** The account keeps this address no more. */
export async function removeAddress(work: Work, { addressId }: NameAddress): Promise<void> {
  authorize(work.actor, "address.remove");
  const { accountId } = asPerson(work.actor);
  const { count } = await work.tx.savedAddress.deleteMany({ where: { id: addressId, accountId } });
  if (count === 0) throw notFound();
  work.audit({ action: "address.remove", subjectType: "account", subjectId: accountId });
}
