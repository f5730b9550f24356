import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/pool";

const WINDOW_SECONDS = 15 * 60;

type Limit = { readonly points: number; consume(key: string): Promise<void>; forgive(key: string): Promise<void> };

function limit(keyPrefix: string, points: number): Limit {
  let limiter: RateLimiterPostgres | undefined;
  const open = () => {
    limiter ??= new RateLimiterPostgres({
      storeClient: pool(),
      tableName: "RateLimit",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
      blockDuration: WINDOW_SECONDS,
    });
    return limiter;
  };
  const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");
  return {
    points,
    async consume(key) {
      try {
        await open().consume(hashed(key));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new TooManyAttempts();
        throw error;
      }
    },
    async forgive(key) {
      await open().delete(hashed(key));
    },
  };
}

export class TooManyAttempts extends Error {}

/** Five failures in 15 minutes for an account from one address, thirty from anywhere (`proof` 8). */
export const signInAttempts = { fromAddress: limit("sign-in-address", 5), ofAccount: limit("sign-in-account", 30) };
