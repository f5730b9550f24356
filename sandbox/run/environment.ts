import path from "node:path";
import type { Env } from "./child";
import { type OutsideName, outside } from "./outside";
import type { ApplicationSecrets } from "./secrets";

export interface Setting {
  /** What the environment configures already: it wins. */
  readonly configured: Env;
  readonly secrets: ApplicationSecrets;
  readonly standIns: Partial<Record<OutsideName, number>>;
  readonly database: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string };
  /** The data folder. */
  readonly home: string;
  readonly port: number;
  readonly distDir: string;
}

/** The environment of the application's processes: what is configured, and what this machine provides for the rest. */
export function applicationEnvironment(setting: Setting): Env {
  const { configured, secrets, standIns, database, home, port, distDir } = setting;
  const provided = {
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    FIELD_KEYS: secrets.FIELD_KEYS,
    FIELD_HMAC_KEY: secrets.FIELD_HMAC_KEY,
    AUDIT_MAC_KEY: secrets.AUDIT_MAC_KEY,
    PDF_SEAL_P12: secrets.PDF_SEAL_P12,
    PDF_SEAL_PASSPHRASE: secrets.PDF_SEAL_PASSPHRASE,
    STORAGE_FOLDER: path.join(home, "files"),
  };
  const isSet = Object.entries(configured).filter(([, value]) => value !== undefined && value !== "");
  return {
    ...provided,
    ...Object.fromEntries(isSet),
    ...database,
    ...standInVariables(standIns, secrets),
    NEXT_DIST_DIR: distDir,
    STAND_INS: JSON.stringify(standIns),
    STAND_INS_FOLDER: path.join(home, "stand-ins"),
  };
}

function standInVariables(standIns: Setting["standIns"], secrets: ApplicationSecrets): Record<string, string> {
  const names = Object.keys(standIns) as OutsideName[];
  if (names.length === 0) return {};
  const each = names.map((name) => outside[name].standIn(standIns[name] ?? 0, secrets));
  return Object.assign({ ALLOW_STAND_INS: "true" }, ...each);
}

const OURS =
  /^(DATABASE|NEXTAUTH|NEXT_SERVER|NEXT_DIST|FIELD|AUDIT|PDF_SEAL|SIGNING|PUSHER|STRIPE|WECHAT|SMS|VAPID|PUSH|CARRIER|FHIR|STORAGE|S3|SEED)(_|$)/;

/** An environment without the application's configuration, so that tests never reach a real system. */
export const unconfigured = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([name]) => name === "FHIR_BUNDLES" || !OURS.test(name)));
