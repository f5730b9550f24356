import "server-only";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import type { Person } from "@/lib/domain/actor";
import { readAddress } from "@/lib/domain/address";
import { areaText } from "@/lib/domain/vocabulary/areas";

/** The reader's own kept addresses, the default first. */
export async function savedAddresses(actor: Person) {
  const rows = await db().savedAddress.findMany({
    where: { accountId: actor.accountId },
    orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }],
    select: { id: true, areaCode: true, addressSealed: true, isDefault: true },
  });
  return rows.map(({ addressSealed, ...row }) => ({
    ...row,
    ...readAddress(unseal(addressSealed)),
    area: areaText(row.areaCode),
  }));
}

export type SavedAddress = Awaited<ReturnType<typeof savedAddresses>>[number];
