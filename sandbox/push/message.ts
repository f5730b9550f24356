import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from "node:crypto";

/** What a browser keeps of a subscription, to open what is sent to it. */
export interface BrowserKeys {
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
  readonly auth: Buffer;
}

/** Opens a message of one record (RFC 8188 `aes128gcm`, keys by RFC 8291); throws where it was sealed for another browser. */
export function openMessage(body: Buffer, { privateKey, publicKey, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(privateKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
  const secret = Buffer.from(hkdfSync("sha256", ecdh.computeSecret(sender), auth, info, 32));
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, Buffer.from(`Content-Encoding: ${label}\0`), length));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends in 2 and zeros.
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

/** What is wrong with a `vapid` authorization (RFC 8292) for this service and the key that subscribed; null: nothing. */
export function vapidFlaw(authorization: string, audience: string, applicationKey: string, now: number): string | null {
  const { t = "", k = "" } = Object.fromEntries(
    [...authorization.matchAll(/\b([tk])=([\w.-]+)/g)].map(([, name, value]) => [name, value]),
  );
  if (k !== applicationKey) return "another key subscribed";
  const [head = "", claims = "", signature = ""] = t.split(".");
  const point = Buffer.from(k, "base64url");
  const key = createPublicKey({
    format: "jwk",
    key: {
      ...{ kty: "EC", crv: "P-256" },
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url")))
    return "the signature does not hold";
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
  if (aud !== audience) return "meant for another service";
  if (!(exp * 1000 > now && exp * 1000 <= now + 24 * 3_600_000)) return "run out, or good for longer than a day";
  return typeof sub === "string" && /^(mailto|https):/.test(sub) ? null : "no subject";
}
