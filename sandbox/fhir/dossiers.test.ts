import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bundle, Patient } from "@medplum/fhirtypes";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dossierOf, dossiersIn, peopleIn } from "./dossiers";
import { HEALTH_CARD_SYSTEM, NATIONAL_ID_CARD_SYSTEM, numberOf, residentIdCheck } from "./identifiers";

/** As Synthea writes it: posted under `urn:uuid`, with American numbers only, and years old. */
const foreign: Bundle = {
  resourceType: "Bundle",
  type: "transaction",
  entry: [
    {
      fullUrl: "urn:uuid:ee9f8dd8-72d2-4769-8020-89e504b1504b",
      resource: {
        resourceType: "Patient",
        id: "ee9f8dd8-72d2-4769-8020-89e504b1504b",
        identifier: [{ system: "http://hl7.org/fhir/sid/us-ssn", value: "999-60-5127" }],
        name: [
          { use: "official", family: "Conn188", given: ["Liz895"], prefix: ["Mrs."] },
          { use: "maiden", family: "Rowe323", given: ["Liz895"] },
        ],
        gender: "female",
        birthDate: "1986-11-28",
      },
      request: { method: "POST", url: "Patient" },
    },
    {
      fullUrl: "urn:uuid:07e80c96-dae5-4b96-a8f7-cf793d11ff41",
      resource: {
        resourceType: "Encounter",
        status: "finished",
        class: { code: "AMB" },
        subject: { reference: "urn:uuid:ee9f8dd8-72d2-4769-8020-89e504b1504b" },
        period: { start: "2018-08-17T15:52:06+00:00", end: "2018-08-17T16:07:06+00:00" },
      },
      request: { method: "POST", url: "Encounter" },
    },
  ],
};
const morning = new Date("2026-11-23T01:00:00Z");
const patientOf = (bundle: Bundle) => bundle.entry?.[0]?.resource as Patient;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundles-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a person from abroad is on file under her own name, with a card, an ID number that fits her, and a visit three days ago", () => {
  const { bundle, person } = dossierOf(foreign, morning);
  expect(person).toMatchObject({ name: "Liz895 Conn188", sex: "female", lastVisitDaysAgo: 3, department: null });
  const patient = patientOf(bundle);
  const idNumber = numberOf(patient, NATIONAL_ID_CARD_SYSTEM) ?? "";
  expect(idNumber).toBe(person?.idNumber);
  expect(idNumber.slice(0, 14)).toBe(`990000${patient.birthDate?.replaceAll("-", "")}`);
  expect(idNumber.at(17)).toBe(residentIdCheck(idNumber.slice(0, 17)));
  expect(Number(idNumber[16]) % 2).toBe(0);
  expect(numberOf(patient, HEALTH_CARD_SYSTEM)).toMatch(/^CQ9\d{9}$/);
  expect(numberOf(patient, "http://hl7.org/fhir/sid/us-ssn")).toBe("999-60-5127");
  expect(patient.name).toEqual(patientOf(foreign).name);
  expect(bundle.entry?.[1]?.resource).toMatchObject({ period: { end: "2026-11-20T00:07:06+08:00" } });
});

test("who somebody is stays the same from one day to the next, only the visits move", () => {
  const [today, tomorrow] = [morning, new Date("2026-11-24T01:00:00Z")].map((day) => dossierOf(foreign, day));
  expect(tomorrow?.person).toEqual(today?.person);
  expect(tomorrow?.bundle.entry?.[1]?.resource).toMatchObject({ period: { end: "2026-11-21T00:07:06+08:00" } });
});

test("an id comes from the file, so that it is known again after a restart", () => {
  expect(dossierOf(foreign, morning).bundle.entry?.map(({ request }) => request)).toEqual([
    { method: "PUT", url: "Patient/ee9f8dd8-72d2-4769-8020-89e504b1504b" },
    { method: "PUT", url: "Encounter/07e80c96-dae5-4b96-a8f7-cf793d11ff41" },
  ]);
});

test("a visit that is only planned does not count as the last one", () => {
  const planned = structuredClone(foreign);
  const period = { start: "2019-01-01T08:00:00+00:00" };
  planned.entry?.push({ resource: { resourceType: "Encounter", id: "p", status: "planned", class: {}, period } });
  expect(dossierOf(planned, morning).bundle.entry?.[1]).toEqual(dossierOf(foreign, morning).bundle.entry?.[1]);
});

test("a bundle of the hospital's doctors is loaded, and is nobody's record", async () => {
  const doctors = { ...foreign, type: "batch", entry: [{ resource: { resourceType: "Practitioner", id: "d" } }] };
  await writeFile(join(folder, "doctors.json"), JSON.stringify(doctors));
  await writeFile(join(folder, "README.md"), "Not a bundle");
  expect((await dossiersIn(folder, morning)).map(({ bundle }) => bundle.entry?.length)).toEqual([1]);
  expect(await peopleIn(folder, morning)).toEqual([]);
});

test.each(["", "{", "[]", "null", '{"resourceType":"Patient"}', '{"resourceType":"Bundle","type":"searchset"}'])(
  "a file holding %j is refused with a sentence that names it",
  async (content) => {
    await writeFile(join(folder, "broken.json"), content);
    const flaw = `${join(folder, "broken.json")} is not a FHIR transaction bundle.`;
    await expect(dossiersIn(folder, morning)).rejects.toThrow(flaw);
  },
);
