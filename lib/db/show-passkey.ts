import "server-only";
import { db } from "./client";

/** A passkey that is in use, by the id that the authenticator names. */
export const findPasskey = (credentialId: string) =>
  db().passkey.findFirst({
    where: { credentialId, endedAt: null },
    select: { id: true, accountId: true, credentialId: true, publicKey: true, counter: true },
  });

/** Moves the counter on; false where another answer of this passkey was faster, or it is a copy that lags behind. */
export async function advancePasskey(
  passkey: { readonly id: string; readonly counter: bigint },
  counter: bigint,
  now: Date,
): Promise<boolean> {
  const { count } = await db().passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter, endedAt: null },
    data: { counter, lastUsedAt: now },
  });
  return count === 1;
}
