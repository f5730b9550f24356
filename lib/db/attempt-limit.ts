import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/errors";
import { pool } from "./pool";

const WINDOW_MINUTES = 15;

export class TooManyAttempts extends Refusal {
  /** How long it stays so, in milliseconds. */
  readonly waitMs: number;

  constructor(waitMs = WINDOW_MINUTES * 60_000) {
    super("too_many", { params: { minutes: Math.ceil(waitMs / 60_000) } });
    this.waitMs = waitMs;
  }
}

export interface AttemptLimit {
  readonly points: number;
  /** Counts an attempt; throws `TooManyAttempts` (the refusal `too_many`) when the limit is used up. */
  consume(key: string): Promise<void>;
  /** Forgets the attempts: the right person was there. */
  forgive(key: string): Promise<void>;
  /** Takes one attempt back: it was no miss of the person's. */
  giveBack(key: string): Promise<void>;
}

/** So many attempts in 15 minutes (or another window) for each key, counted in the database for all processes; keys are stored hashed. */
export function attemptLimit(keyPrefix: string, points: number, windowMinutes = WINDOW_MINUTES): AttemptLimit {
  let limiter: RateLimiterPostgres | undefined;
  const open = () => {
    limiter ??= new RateLimiterPostgres({
      storeClient: pool(),
      tableName: "RateLimit",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: windowMinutes * 60,
      blockDuration: windowMinutes * 60,
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
        if (error instanceof RateLimiterRes) throw new TooManyAttempts(error.msBeforeNext);
        throw error;
      }
    },
    async forgive(key) {
      await open().delete(hashed(key));
    },
    async giveBack(key) {
      await open().reward(hashed(key));
    },
  };
}
