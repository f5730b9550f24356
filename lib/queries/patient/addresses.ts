import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import { areaText } from "@/lib/domain/vocabulary/areas";

/** Kept addresses, the default first: inside the select of an account. */
export const savedAddressesWithin = {
  orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }],
  select: { id: true, areaCode: true, addressSealed: true, isDefault: true },
} satisfies Prisma.Account$savedAddressesArgs;

interface Row {
  readonly id: string;
  readonly areaCode: string;
  readonly addressSealed: string;
  readonly isDefault: boolean;
}

export const readSaved = ({ addressSealed, ...row }: Row) => ({
  ...row,
  ...readAddress(unseal(addressSealed)),
  area: areaText(row.areaCode),
});

export type SavedAddress = ReturnType<typeof readSaved>;

/** The reader's own kept addresses, the default first. */
export async function savedAddresses(actor: Person): Promise<SavedAddress[]> {
  const rows = await db().savedAddress.findMany({ where: { accountId: actor.accountId }, ...savedAddressesWithin });
  return rows.map(readSaved);
}
