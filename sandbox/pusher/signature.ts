import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Incoming } from "../http";
import type { App } from "./hub";

/** Whether `signature` is the hex HMAC-SHA256 of `text`. */
export function isSigned(secret: string, text: string, signature: string): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether `auth` is `key:signature` over `text`, as a channel authorization or a sign-in carries it. */
export function isAuthorized(app: App, text: string, auth: string): boolean {
  return auth.startsWith(`${app.key}:`) && isSigned(app.secret, text, auth.slice(app.key.length + 1));
}

const toleranceSeconds = 600;

/** Why an HTTP API request is not the app's own, or undefined when it is ("Authentication" in the HTTP API reference). */
export function requestFlaw(app: App, incoming: Incoming, now: Date): string | undefined {
  const { method, path, query, body } = incoming;
  if (query.get("auth_key") !== app.key) return "Unknown auth_key";
  if (query.get("auth_version") !== "1.0") return "auth_version must be 1.0";
  const age = Math.abs(now.getTime() / 1000 - Number(query.get("auth_timestamp") ?? Number.NaN));
  if (!(age <= toleranceSeconds)) return `Timestamp expired: not within ${toleranceSeconds}s of the server's clock`;
  const md5 = createHash("md5").update(body).digest("hex");
  if (body.length > 0 && query.get("body_md5") !== md5) return "body_md5 does not match the body";
  const signed = [...query]
    .filter(([name]) => name !== "auth_signature")
    .map(([name, value]) => `${name.toLowerCase()}=${value}`)
    .sort();
  const text = [method, path, signed.join("&")].join("\n");
  if (!isSigned(app.secret, text, query.get("auth_signature") ?? "")) return "Invalid signature";
  return undefined;
}
