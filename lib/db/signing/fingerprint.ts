import "server-only";
import { createHash } from "node:crypto";

/** What a person compares a public key by: SHA-256 of it as it is published, in groups of four. */
export const fingerprintOf = (publicKey: string): string =>
  (createHash("sha256").update(publicKey).digest("hex").slice(0, 32).match(/.{4}/g) ?? []).join(" ");
