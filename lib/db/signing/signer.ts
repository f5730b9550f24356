import "server-only";
import { addMinutes } from "@/lib/domain/calendar";
import { Refusal } from "@/lib/errors";
import { TooManyAttempts } from "../attempt-limit";
import { db, type Prisma } from "../client";
import { newId } from "../id";
import type { Work } from "../transact";
import { algorithmOf } from "./algorithms";
import { unlockKey } from "./key-box";

const MOST_MISSES = 5;
const LOCKED_MINUTES = 15;

/** The key in use of an account: nested in the statement that loads what is to be signed. */
export const signingKeySelect = {
  where: { retiredAt: null },
  take: 1,
  select: { id: true, accountId: true, algorithm: true, keySealed: true, failures: true, lockedUntil: true },
} as const satisfies Prisma.Account$signingKeysArgs;

export interface KeyRow {
  readonly id: string;
  readonly accountId: string;
  readonly algorithm: string;
  readonly keySealed: string;
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/** One signature as it is written beside the version. */
export interface MadeSignature {
  readonly id: string;
  readonly keyId: string;
  readonly signerId: string;
  readonly purpose: string;
  readonly statement: string;
  readonly value: string;
}

export interface Signer {
  readonly accountId: string;
  sign(purpose: string, statement: string): MadeSignature;
}

/**
 * Opens the actor's own key with the PIN, for as long as this one command runs (R33). Throws `signing_key_missing`,
 * `pin_wrong`, and `too_many` after five misses in a row; misses are counted outside the transaction that they end.
 */
export async function openSigner(work: Work, key: KeyRow | undefined, pin: string): Promise<Signer> {
  if (!key || key.accountId !== work.actor.accountId) throw new Refusal("signing_key_missing", { rule: "R33" });
  if (key.lockedUntil && key.lockedUntil > work.now)
    throw new TooManyAttempts(key.lockedUntil.getTime() - work.now.getTime());
  const privateKey = await unlockKey(pin, key.accountId, key.keySealed);
  if (!privateKey) {
    await missed(key.id, work.now);
    throw new Refusal("pin_wrong", { fields: { pin: "pin_wrong" } });
  }
  if (key.failures > 0)
    await work.tx.signingKey.update({ where: { id: key.id }, data: { failures: 0, lockedUntil: null } });
  const { sign } = algorithmOf(key.algorithm);
  return {
    accountId: key.accountId,
    sign: (purpose, statement) => ({
      ...{ id: newId(), keyId: key.id, signerId: key.accountId, purpose, statement },
      value: sign(privateKey, statement),
    }),
  };
}

async function missed(id: string, now: Date): Promise<void> {
  const { failures } = await db().signingKey.update({
    where: { id },
    data: { failures: { increment: 1 } },
    select: { failures: true },
  });
  if (failures >= MOST_MISSES)
    await db().signingKey.update({
      where: { id },
      data: { failures: 0, lockedUntil: addMinutes(now, LOCKED_MINUTES) },
    });
}
