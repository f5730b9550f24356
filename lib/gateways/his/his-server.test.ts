import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { ownBundlesFolder } from "../../../sandbox/fhir/dossiers";
import { syntheaFolders } from "../../../sandbox/fhir/fhir-bench";
import { startFhir } from "../../../sandbox/fhir/start-fhir";
import { fetchRecord } from "./fetch-record";
import { findPatient } from "./find-patient";

type Server = Awaited<ReturnType<typeof startFhir>>;
const client = { id: "hospital web", secret: "a:secret" };
let server: Server;
const configured: Record<string, string | undefined> = {};

// The configuration is read once: here it is another one for each test.
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...configured }) };
});

beforeAll(async () => {
  const bundleFolders = [ownBundlesFolder, ...syntheaFolders];
  server = await startFhir({ port: 0, token: "fixed", client, bundleFolders });
});
afterAll(() => server.close());
afterEach(async () => {
  vi.unstubAllGlobals();
  server.revokeTokens();
});

function as(how: "token" | "client", secret = client.secret): void {
  Object.assign(configured, {
    FHIR_BASE_URL: `${server.url}/fhir/R4`,
    FHIR_TOKEN: how === "token" ? "fixed" : undefined,
    ...{ FHIR_TOKEN_URL: `${server.url}/token`, FHIR_CLIENT_ID: client.id, FHIR_CLIENT_SECRET: secret },
  });
}

/** Counts what is asked, by the last part of its path. */
function watched(): Record<string, number> {
  const counted: Record<string, number> = {};
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (url: URL, init: RequestInit) => {
    const name = url.pathname.split("/").at(-1) ?? "";
    counted[name] = (counted[name] ?? 0) + 1;
    return real(url, init);
  });
  return counted;
}

const find = () => findPatient({ cardNumber: "CQ2026000001" });

test("a token of the configuration is taken; none is asked for", async () => {
  as("token");
  const asked = watched();
  expect(await find()).not.toBeNull();
  expect(asked).toEqual({ Patient: 1 });
});

test("a client is granted a token once, keeps it, and asks anew once where the server does not take it any more", async () => {
  as("client");
  const asked = watched();
  await find();
  await find();
  expect(asked).toEqual({ token: 1, Patient: 2 });
  server.revokeTokens();
  expect(await find()).not.toBeNull();
  expect(asked).toEqual({ token: 2, Patient: 4 });
});

test("a client whose secret is wrong is refused: unavailable, and nothing is asked without a token", async () => {
  as("client", "guess");
  const asked = watched();
  await expect(find()).rejects.toMatchObject({ code: "unavailable" });
  expect(asked.Patient ?? 0).toBeLessThanOrEqual(1);
});

test("everybody on file, Synthea's patients among them, is found by card and read whole; changes since then are none", async () => {
  as("token");
  expect(server.people.length).toBeGreaterThanOrEqual(10);
  for (const person of server.people) {
    const found = await findPatient({ cardNumber: person.cardNumber });
    expect(found).toMatchObject({ fhirId: person.fhirId, birthDay: person.birthDate });
    const { drafts, syncedTo } = await fetchRecord(person.fhirId);
    expect(drafts.every(({ versionId }) => versionId)).toBe(true);
    const later = new Date((syncedTo?.getTime() ?? 0) + 60_000);
    expect((await fetchRecord(person.fhirId, later)).drafts).toEqual([]);
  }
}, 60_000);

test("all eight of Synthea's patients are read in good time", async ({ skip }) => {
  if (syntheaFolders.length === 0) skip("FHIR_BUNDLES names no folder");
  as("token");
  const theirs = server.people.filter(({ cardNumber }) => cardNumber.startsWith("CQ9"));
  expect(theirs.length).toBeGreaterThanOrEqual(8);
  for (const { fhirId } of theirs) {
    const started = performance.now();
    expect((await fetchRecord(fhirId)).drafts.length).toBeGreaterThan(10);
    expect(performance.now() - started).toBeLessThan(10_000);
  }
}, 120_000);
