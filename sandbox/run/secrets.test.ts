import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { secretsOf } from "./secrets";
import { Trouble } from "./trouble";

const folder = () => mkdtempSync(path.join(tmpdir(), "secrets-"));

test("each install has secrets of its own, which it keeps and nobody else may read", () => {
  const home = folder();
  const secrets = secretsOf(home, false);
  expect(secretsOf(home, true)).toEqual(secrets);
  expect(statSync(path.join(home, "secrets.json")).mode & 0o777).toBe(0o600);
  const others = secretsOf(folder(), false);
  for (const [name, value] of Object.entries(others)) expect([name, value]).not.toEqual([name, secrets[name as never]]);
});

test("keys are 32 bytes", () => {
  const { FIELD_KEYS, FIELD_HMAC_KEY, AUDIT_MAC_KEY, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = secretsOf(folder(), false);
  for (const key of [FIELD_KEYS.replace("k1:", ""), FIELD_HMAC_KEY, AUDIT_MAC_KEY, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY])
    expect(Buffer.from(key, "base64")).toHaveLength(32);
});

test("a secret that a later version needs is added to those of before", () => {
  const home = folder();
  writeFileSync(path.join(home, "secrets.json"), JSON.stringify({ FIELD_KEYS: "k1:kept" }));
  expect(secretsOf(home, true).FIELD_KEYS).toBe("k1:kept");
  expect(JSON.parse(readFileSync(path.join(home, "secrets.json"), "utf8")).FHIR_TOKEN).toBeTruthy();
});

test("data whose secrets are gone is not started upon with new ones", () => {
  const home = folder();
  expect(() => secretsOf(home, true)).toThrow(Trouble);
  writeFileSync(path.join(home, "secrets.json"), "half a fi");
  expect(() => secretsOf(home, true)).toThrow(Trouble);
});
