import "server-only";
import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** A browser's view of where to find its way through networks. */
export interface IceServer {
  readonly urls: string[];
  readonly username?: string;
  readonly credential?: string;
}

/** A call may last so long after its page was opened. */
const VALID_SECONDS = 3_600;

const listOf = (text: string | undefined) => (text ?? "").split(",").flatMap((url) => (url.trim() ? [url.trim()] : []));

/**
 * STUN and TURN servers for one person, with credentials that end within the hour, as coturn's `use-auth-secret` checks them: the name is the
 * end in seconds and who it is for (hashed: the server learns no account), the password its HMAC-SHA-1.
 */
export function iceServers(accountId: string, now: Date): IceServer[] {
  const { STUN_URLS, TURN_URLS, TURN_SECRET } = env();
  const [stun, turn] = [listOf(STUN_URLS), listOf(TURN_URLS)];
  const whose = createHash("sha256").update(accountId).digest("base64url").slice(0, 12);
  const username = `${Math.floor(now.getTime() / 1000) + VALID_SECONDS}:${whose}`;
  const credential = createHmac("sha1", TURN_SECRET ?? "")
    .update(username)
    .digest("base64");
  return [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(turn.length > 0 ? [{ urls: turn, username, credential }] : []),
  ];
}
