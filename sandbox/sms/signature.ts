import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Incoming } from "../http";

const LATE_SECONDS = 300;
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** The service's error code for a request that is not signed as it should be (TC3-HMAC-SHA256); undefined where it is right. */
export function signatureFlaw(
  incoming: Pick<Incoming, "headers" | "body">,
  keys: { readonly secretId: string; readonly secretKey: string },
  now: number,
): string | undefined {
  const found =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/tc3_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      incoming.headers.authorization ?? "",
    );
  if (!found) return "AuthFailure.SignatureFailure";
  const [, secretId = "", day = "", service = "", signedHeaders = "", signature = ""] = found;
  if (secretId !== keys.secretId) return "AuthFailure.SecretIdNotFound";
  const timestamp = Number(incoming.headers["x-tc-timestamp"]);
  if (!(Math.abs(now / 1000 - timestamp) <= LATE_SECONDS)) return "AuthFailure.SignatureExpire";
  if (new Date(timestamp * 1000).toISOString().slice(0, 10) !== day) return "AuthFailure.SignatureFailure";
  const names = signedHeaders.split(";");
  if (!names.includes("content-type") || !names.includes("host")) return "AuthFailure.SignatureFailure";
  // The official client signs the host's name alone: the service stands on 443.
  const value = (name: string) => {
    const sent = String(incoming.headers[name] ?? "")
      .trim()
      .toLowerCase();
    return name === "host" ? sent.replace(/:\d+$/, "") : sent;
  };
  const headers = names.map((name) => `${name}:${value(name)}\n`).join("");
  const request = ["POST", "/", "", headers, signedHeaders, sha256(incoming.body)].join("\n");
  const scope = `${day}/${service}/tc3_request`;
  const text = ["TC3-HMAC-SHA256", String(timestamp), scope, sha256(request)].join("\n");
  const key = hmac(hmac(hmac(`TC3${keys.secretKey}`, day), service), "tc3_request");
  const expected = hmac(key, text);
  return timingSafeEqual(expected, Buffer.from(signature, "hex")) ? undefined : "AuthFailure.SignatureFailure";
}
