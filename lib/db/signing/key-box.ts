import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { seal, unseal } from "../seal";

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane (`proof` 8). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

const keyOf = (pin: string, salt: Buffer) => hashRaw(pin, { ...COST, salt });

/**
 * Locks a private key with its owner's PIN (argon2id, AES-256-GCM, bound to the account), and seals the box with the
 * hospital's field key: neither the database alone nor the server alone opens it (R33).
 */
export async function lockKey(pin: string, accountId: string, privateKey: Buffer): Promise<string> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", await keyOf(pin, salt), iv).setAAD(Buffer.from(accountId));
  const body = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return seal([salt, iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url")).join("."));
}

/** What `lockKey` locked; null where the PIN is not the one, or the box is another's. */
export async function unlockKey(pin: string, accountId: string, sealed: string): Promise<Buffer | null> {
  const parts = unseal(sealed).split(".");
  const [salt, iv, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  if (!salt || !iv || !tag || !body) throw new Error("a signing key is not whole");
  const decipher = createDecipheriv("aes-256-gcm", await keyOf(pin, salt), iv);
  decipher.setAAD(Buffer.from(accountId)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}
