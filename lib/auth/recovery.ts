import "server-only";
import { randomInt } from "node:crypto";
import { RECOVERY_CODES } from "@/lib/domain/invitation";

// Without letters and digits that are read for one another.
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 10;

/** Ten codes of ten characters (about 49 bits each), as `XXXXX-XXXXX`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });

/** A recovery code as it was given out, however it was typed; null for what cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const bare = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  if (bare.length !== LENGTH || [...bare].some((letter) => !ALPHABET.includes(letter))) return null;
  return `${bare.slice(0, LENGTH / 2)}-${bare.slice(LENGTH / 2)}`;
}
