import { randomBytes } from "node:crypto";
import forge from "node-forge";

const YEARS = 10;

/** A certificate of this install's own, and its key, as a PKCS#12 file in base64: what `PDF_SEAL_P12` holds. */
export function selfSignedSeal(passphrase: string): string {
  const keys = forge.pki.rsa.generateKeyPair({ bits: 2048 });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = `00${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date();
  certificate.validity.notAfter = new Date(Date.now() + YEARS * 365 * 86_400_000);
  const subject = [
    { shortName: "CN", value: "Internet Hospital (this installation)" },
    { shortName: "O", value: "Internet Hospital" },
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const file = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], passphrase, { algorithm: "aes256" });
  return forge.util.encode64(forge.asn1.toDer(file).getBytes());
}
