import "server-only";
import { asPerson } from "@/lib/domain/actor";
import { type Address, addressText, readAddress } from "@/lib/domain/address";
import { MOST_ADDRESSES } from "@/lib/domain/saved-address";
import { Refusal } from "@/lib/errors";
import { newId } from "./id";
import { seal, unseal } from "./seal";
import type { Work } from "./transact";

/** Keeps an address of the account's for the next order; the first is the default. One that is kept already stays as it is. Throws `too_many_addresses`. */
export async function keepAddress(work: Work, address: Address & { readonly areaCode: string }): Promise<void> {
  const { accountId } = asPerson(work.actor);
  // Two orders of one account that keep an address come one after the other.
  await work.tx.$queryRaw`SELECT "id" FROM "Account" WHERE "id" = ${accountId}::uuid FOR UPDATE`;
  const kept = await work.tx.savedAddress.findMany({
    where: { accountId },
    select: { areaCode: true, addressSealed: true },
  });
  const text = addressText(address);
  const isSame = (other: (typeof kept)[number]) =>
    other.areaCode === address.areaCode && addressText(readAddress(unseal(other.addressSealed))) === text;
  if (kept.some(isSame)) return;
  if (kept.length >= MOST_ADDRESSES) throw new Refusal("too_many_addresses", { params: { most: MOST_ADDRESSES } });
  const id = newId();
  await work.tx.savedAddress.create({
    data: {
      ...{ id, accountId, areaCode: address.areaCode, addressSealed: seal(text) },
      ...{ isDefault: kept.length === 0, createdAt: work.now },
    },
    select: { id: true },
  });
}
