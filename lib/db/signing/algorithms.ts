import "server-only";
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { sm2 as guomi } from "sm-crypto-v2";

/** What makes and checks a signature over a text (UTF-8). A hospital in need of another algorithm adds it here. */
export interface SigningAlgorithm {
  /** The private half is opaque to everybody else; the public one is what others check with. */
  generate(): { readonly publicKey: string; readonly privateKey: Buffer };
  /** Base64. */
  sign(privateKey: Buffer, text: string): string;
  /** False for whatever is not a signature of this text by this key. */
  verify(publicKey: string, text: string, value: string): boolean;
}

/** RFC 8032: the value is the 64 bytes that any library checks; the public key a SubjectPublicKeyInfo in PEM. */
const ed25519: SigningAlgorithm = {
  generate() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    return {
      publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
      privateKey: privateKey.export({ type: "pkcs8", format: "der" }),
    };
  },
  sign(privateKey, text) {
    const key = createPrivateKey({ key: privateKey, format: "der", type: "pkcs8" });
    return sign(null, Buffer.from(text, "utf8"), key).toString("base64");
  },
  verify: (publicKey, text, value) =>
    verify(null, Buffer.from(text, "utf8"), createPublicKey(publicKey), Buffer.from(value, "base64")),
};

/** GB/T 32918 with SM3 (GB/T 32905) and the standard's default user id; the value is the DER form. */
const sm2: SigningAlgorithm = {
  generate() {
    const { publicKey, privateKey } = guomi.generateKeyPairHex();
    return { publicKey, privateKey: Buffer.from(privateKey, "hex") };
  },
  sign: (privateKey, text) =>
    Buffer.from(
      guomi.doSignature(Buffer.from(text, "utf8"), privateKey.toString("hex"), { hash: true, der: true }),
      "hex",
    ).toString("base64"),
  verify: (publicKey, text, value) =>
    guomi.doVerifySignature(Buffer.from(text, "utf8"), Buffer.from(value, "base64").toString("hex"), publicKey, {
      hash: true,
      der: true,
    }),
};

const algorithms: Readonly<Record<string, SigningAlgorithm>> = { ed25519, sm2 };

/** The algorithm of that name. Throws a RangeError for one that is not here. */
export function algorithmOf(name: string): SigningAlgorithm {
  const found = algorithms[name];
  if (!found) throw new RangeError(`no signing algorithm ${name}`);
  return found;
}

/** Whether `value` is a signature of `statement`; never throws: what cannot be read is not one. */
export function isSigned(
  key: { readonly algorithm: string; readonly publicKey: string },
  statement: string,
  value: string,
): boolean {
  try {
    return algorithmOf(key.algorithm).verify(key.publicKey, statement, value);
  } catch {
    return false;
  }
}
