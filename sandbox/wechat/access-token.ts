import { randomBytes } from "node:crypto";
import type { Memory, Token } from "./account";

const lifetimeMs = 7_200_000;
// "获取稳定版接口调用凭据": the old token and the new one both work for five minutes; a forced refresh is heard at
// most every thirty seconds.
const handoverMs = 300_000;
const forcedIntervalMs = 30_000;

/** GET /cgi-bin/token: each call gives a new token and lets the one before run out. */
export function issueToken(memory: Memory, now: number): Token {
  return renew(memory, "plain", now, now + handoverMs);
}

/** POST /cgi-bin/stable_token: the same token until it is nearly over, or until a forced refresh ends it at once. */
export function stableToken(memory: Memory, now: number, isForced: boolean): Token {
  const current = memory.tokens.find(({ kind, usableUntil }) => kind === "stable" && usableUntil > now);
  if (!current) return renew(memory, "stable", now, now);
  if (isForced && now - current.issuedAt >= forcedIntervalMs) return renew(memory, "stable", now, now);
  if (!isForced && current.expiresAt - now < handoverMs) return renew(memory, "stable", now, current.expiresAt);
  return current;
}

function renew(memory: Memory, kind: Token["kind"], now: number, oldUsableUntil: number): Token {
  for (const old of memory.tokens.filter((token) => token.kind === kind))
    old.usableUntil = Math.min(old.usableUntil, oldUsableUntil);
  const value = `90_${randomBytes(96).toString("base64url")}`;
  const token: Token = { value, kind, issuedAt: now, expiresAt: now + lifetimeMs, usableUntil: now + lifetimeMs };
  // An old token is remembered for a while only to answer "expired" rather than "never heard of".
  memory.tokens = [token, ...memory.tokens.filter(({ expiresAt }) => expiresAt > now - 12 * lifetimeMs)].slice(0, 200);
  return token;
}

export function expireAll(memory: Memory, now: number): void {
  for (const token of memory.tokens) {
    token.expiresAt = Math.min(token.expiresAt, now);
    token.usableUntil = Math.min(token.usableUntil, now);
  }
}

/** The errcode and errmsg that a call with this token gets, or undefined when it may go on. */
export function tokenFlaw(memory: Memory, value: string | null, now: number): [number, string] | undefined {
  if (!value) return [41001, "access_token missing"];
  const token = memory.tokens.find((candidate) => candidate.value === value);
  if (!token) return [40001, "invalid credential, access_token is invalid or not latest"];
  if (token.expiresAt <= now) return [42001, "access_token expired"];
  if (token.usableUntil <= now) return [40001, "invalid credential, access_token is invalid or not latest"];
  return undefined;
}
