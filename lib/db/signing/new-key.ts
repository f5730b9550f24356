import "server-only";
import { env } from "@/lib/env";
import { newId } from "../id";
import { algorithmOf } from "./algorithms";
import { lockKey } from "./key-box";

/** A new key of an account, of the algorithm that the hospital signs with now, locked with its PIN, as the table takes it. */
export async function newSigningKey(
  accountId: string,
  pin: string,
  createdAt: Date,
  algorithm = env().SIGNING_ALGORITHM,
) {
  const { publicKey, privateKey } = algorithmOf(algorithm).generate();
  return {
    id: newId(),
    accountId,
    algorithm,
    publicKey,
    keySealed: await lockKey(pin, accountId, privateKey),
    createdAt,
  };
}
