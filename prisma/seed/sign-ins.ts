import { createHash } from "node:crypto";
import { doctors } from "./data/doctors";
import { demoAccounts } from "./data/people";

export interface DemoSignIn {
  readonly role: string;
  readonly account: string;
  readonly password: string;
  readonly note: string;
  /** Base32 secret of the second factor; patients have none. */
  readonly totpSecret: string | null;
}

/** Published: it exists in the embedded database and with SEED=demo alone. */
const PASSWORD = "chongqing-demo";

/** The signing PIN of every demonstration doctor and pharmacist: published, like the password. */
export const DEMO_PIN = "246813";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A second factor that the stand-in authenticator can show: made from the staff number. */
function demoSecret(login: string): string {
  const bytes = createHash("sha256").update(`demo second factor of ${login}`).digest().subarray(0, 20);
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
}

/** Everybody who can sign in to the demonstration, in the order in which a visitor would try them. */
export const demoSignIns: readonly DemoSignIn[] = [
  ...demoAccounts.map(({ role, login, displayName }) => ({
    role,
    account: login,
    password: PASSWORD,
    note: displayName,
    totpSecret: role === "patient" ? null : demoSecret(login),
  })),
  ...doctors.map(({ staffNo, nameZh, department }) => ({
    role: "doctor",
    account: staffNo,
    password: PASSWORD,
    note: `${nameZh} · ${department}`,
    totpSecret: demoSecret(staffNo),
  })),
];
