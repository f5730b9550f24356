import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { NameAddress } from "@/lib/domain/saved-address";
import { notFound } from "@/lib/errors";

/** The address that an order begins with from now on. One default an account, by constraint. */
export async function setDefaultAddress(work: Work, { addressId }: NameAddress): Promise<void> {
  authorize(work.actor, "address.set_default");
  const { accountId } = asPerson(work.actor);
  await work.tx.$queryRaw`SELECT "id" FROM "Account" WHERE "id" = ${accountId}::uuid FOR UPDATE`;
  const kept = await work.tx.savedAddress.findFirst({ where: { id: addressId, accountId }, select: { id: true } });
  if (!kept) throw notFound();
  await work.tx.savedAddress.updateMany({ where: { accountId, isDefault: true }, data: { isDefault: false } });
  await work.tx.savedAddress.update({ where: { id: addressId }, data: { isDefault: true }, select: { id: true } });
  work.audit({ action: "address.set_default", subjectType: "account", subjectId: accountId });
}
