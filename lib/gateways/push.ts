import "server-only";
import { createECDH } from "node:crypto";
import webpush from "web-push";
import type { PushBrowser } from "@/lib/domain/push";
import { env } from "@/lib/env";

const TIMEOUT_MS = 5_000;
/** A notice that nobody could be shown within a day is in the notice centre. */
const KEPT_SECONDS = 86_400;

/** The key by which a browser knows our messages, in base64url. */
export function pushKey(): string {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(env().VAPID_PRIVATE_KEY, "base64url"));
  return ecdh.getPublicKey("base64url");
}

/**
 * Shows a notice in a browser: title, address within the site, and the id by which the browser shows it once; sealed for that browser
 * alone (RFC 8291). "gone" where the browser has let go; throws where trying again can help.
 */
export async function sendPush(
  to: PushBrowser,
  notice: { readonly id: string; readonly title: string; readonly path: string },
): Promise<"sent" | "gone"> {
  const { VAPID_SUBJECT: subject, VAPID_PRIVATE_KEY: privateKey } = env();
  const { endpoint, headers, body } = webpush.generateRequestDetails(
    { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
    JSON.stringify(notice),
    { vapidDetails: { subject, publicKey: pushKey(), privateKey }, TTL: KEPT_SECONDS, urgency: "normal" },
  );
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: new Uint8Array(body as Buffer),
    // The address was checked; where it would lead on was not.
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.ok) return "sent";
  // Unsubscribed, or sealed with keys that are no good: it will not come back.
  if ([400, 403, 404, 410].includes(answer.status)) return "gone";
  throw Object.assign(new Error("the push service refused"), { code: `http_${answer.status}` });
}
