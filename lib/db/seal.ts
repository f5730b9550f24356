import "server-only";
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

function keys(): Map<string, Buffer> {
  return new Map(
    env()
      .FIELD_KEYS.split(",")
      .map((entry) => {
        const cut = entry.indexOf(":");
        return [entry.slice(0, cut), Buffer.from(entry.slice(cut + 1), "base64")] as const;
      }),
  );
}

/** The id of the key that seals now: the first of `FIELD_KEYS`. */
export function newestKeyId(): string {
  const [id] = keys().keys();
  if (id === undefined) throw new Error("FIELD_KEYS holds no key");
  return id;
}

/** Seals a sensitive field (AES-256-GCM): `keyId.iv.tag.ciphertext`, base64url parts. The newest key seals. */
export function seal(plain: string): string {
  const [first] = keys();
  if (!first) throw new Error("FIELD_KEYS holds no key");
  const [keyId, key] = first;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [keyId, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

/** Opens what `seal` made; throws where the key is unknown or a byte was changed. */
export function unseal(sealed: string): string {
  const [keyId = "", iv = "", tag = "", body = ""] = sealed.split(".");
  const key = keys().get(keyId);
  if (!key) throw new Error("a field is sealed with a key that is not configured");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

/** Keyed digest (HMAC-SHA-256) that finds a sealed value again; `purpose` keeps equal values of two columns apart. */
export const digest = (
  purpose: "login" | "id_number" | "card_number" | "invitation" | "recovery_code" | "one_time_code" | "push_endpoint",
  value: string,
): string =>
  createHmac("sha256", Buffer.from(env().FIELD_HMAC_KEY, "base64"))
    .update(`${purpose}\0${value.normalize("NFKC").trim().toUpperCase()}`)
    .digest("base64url");
