import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane (`proof` 8). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

// Verified for unknown accounts, so that their answer takes as long as that for known ones.
let decoy: Promise<string> | undefined;

/** Whether the password is right; for an account without one, false after the same work. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const stored = passwordHash ?? (await decoy);
  const isRight = await inTurn(() => verify(stored, password));
  return isRight && passwordHash !== null;
}
