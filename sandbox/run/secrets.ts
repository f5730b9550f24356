import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { selfSignedSeal } from "./pdf-seal";
import { Trouble } from "./trouble";

const key = () => randomBytes(32).toString("base64");
const word = (prefix = "") => `${prefix}${randomBytes(16).toString("hex")}`;

/** Every secret of an install, under the name of the variable that carries it. */
const makers = {
  POSTGRES_PASSWORD: word,
  POSTGRES_OWNER_PASSWORD: word,
  POSTGRES_APPLICATION_PASSWORD: word,
  NEXTAUTH_SECRET: key,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  FIELD_KEYS: () => `k1:${key()}`,
  FIELD_HMAC_KEY: key,
  AUDIT_MAC_KEY: key,
  PDF_SEAL_PASSPHRASE: word,
  PUSHER_KEY: word,
  PUSHER_SECRET: word,
  STRIPE_SECRET_KEY: () => word("sk_test_"),
  STRIPE_WEBHOOK_SECRET: () => word("whsec_"),
  WECHAT_APP_SECRET: word,
  WECHAT_TOKEN: () => randomBytes(16).toString("hex"),
  SMS_SECRET_KEY: word,
  VAPID_PRIVATE_KEY: () => randomBytes(32).toString("base64url"),
  CARRIER_KEY: word,
  CARRIER_SALT: word,
  FHIR_TOKEN: word,
} satisfies Record<string, () => string>;

/** The certificate goes with its passphrase. */
export type Secrets = Record<keyof typeof makers | "PDF_SEAL_P12", string>;
/** Those that the application shares with the systems outside, or keeps to itself. */
export type ApplicationSecrets = Omit<Secrets, `POSTGRES_${string}`>;

/**
 * The secrets of this install, made the first time they are asked for and kept in `secrets.json`, which its owner alone
 * can read. With `isData`, a missing file is `Trouble`: what was sealed with it cannot be opened any more.
 */
export function secretsOf(folder: string, isData: boolean): Secrets {
  const file = path.join(folder, "secrets.json");
  const kept = read(file);
  if (!kept && isData)
    throw new Trouble(
      `${file} is missing, without which the data beside it cannot be read. To begin anew: npm start -- --fresh`,
    );
  const made = Object.entries(makers).map(([name, make]) => [name, kept?.[name] ?? make()]);
  const words = Object.fromEntries(made) as Record<keyof typeof makers, string>;
  const secrets: Secrets = { ...words, PDF_SEAL_P12: kept?.PDF_SEAL_P12 ?? selfSignedSeal(words.PDF_SEAL_PASSPHRASE) };
  writeFileSync(`${file}.next`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.next`, file);
  return secrets;
}

function read(file: string): Record<string, string> | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(`${file} is not readable as JSON. To begin anew: npm start -- --fresh`);
  }
}
