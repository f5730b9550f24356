import { expect, test } from "vitest";
import { applicationEnvironment, unconfigured } from "./environment";
import { outside, standInsFor } from "./outside";
import { testEnvironment } from "./test-environment";
import { Trouble } from "./trouble";

const setting = {
  configured: {},
  secrets: testEnvironment,
  standIns: {},
  database: { DATABASE_URL: "postgresql://web", DATABASE_OWNER_URL: "postgresql://owner" },
  home: "/data",
  port: 3000,
  distDir: ".next",
};

test("whatever the environment does not configure has a stand-in", () => {
  expect(standInsFor({}, true)).toEqual(Object.keys(outside));
  const stripe = { STRIPE_SECRET_KEY: "sk_live_1", STRIPE_WEBHOOK_SECRET: "whsec_1" };
  expect(standInsFor(stripe, true)).not.toContain("stripe");
  expect(standInsFor({}, false)).not.toContain("authenticator");
});

test("a system that is configured in part is named with what is missing", () => {
  expect(() => standInsFor({ STRIPE_SECRET_KEY: "sk_live_1" }, true)).toThrow(Trouble);
  expect(() => standInsFor({ STRIPE_SECRET_KEY: "sk_live_1" }, true)).toThrow(/Stripe.*STRIPE_WEBHOOK_SECRET/);
});

test("what is configured wins over what this machine provides, and an empty variable configures nothing", () => {
  const configured = { NEXTAUTH_URL: "https://hospital.example", NEXTAUTH_SECRET: "" };
  const env = applicationEnvironment({ ...setting, configured });
  expect(env.NEXTAUTH_URL).toBe("https://hospital.example");
  expect(env.NEXTAUTH_SECRET).toBe(testEnvironment.NEXTAUTH_SECRET);
});

test("stand-ins are allowed only where one runs", () => {
  expect(applicationEnvironment(setting).ALLOW_STAND_INS).toBeUndefined();
  const env = applicationEnvironment({ ...setting, standIns: { stripe: 4002 } });
  expect(env).toMatchObject({ ALLOW_STAND_INS: "true", STRIPE_API_BASE: "http://127.0.0.1:4002" });
});

test("tests never see the keys of a real system", () => {
  const env = unconfigured({
    PATH: "/bin",
    STRIPE_SECRET_KEY: "sk_live_1",
    FHIR_TOKEN: "t",
    SEED: "demo",
    FHIR_BUNDLES: "b",
  });
  expect(env).toEqual({ PATH: "/bin", FHIR_BUNDLES: "b" });
});
