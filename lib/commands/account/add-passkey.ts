import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";

/** Keeps a passkey that was just made and checked. */
export async function addPasskey(
  work: Work,
  passkey: {
    readonly label: string;
    readonly credentialId: string;
    readonly publicKey: Uint8Array<ArrayBuffer>;
    readonly counter: bigint;
    readonly transports: readonly string[];
  },
): Promise<{ id: string }> {
  authorize(work.actor, "account.add_passkey");
  const { accountId } = asPerson(work.actor);
  const id = newId();
  await work.tx.passkey.create({
    data: { ...passkey, transports: [...passkey.transports], id, accountId, createdAt: work.now },
    select: { id: true },
  });
  work.audit({ action: "account.add_passkey", subjectType: "account", subjectId: accountId });
  return { id };
}
