import type { Bundle, Patient } from "@medplum/fhirtypes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peopleIn } from "./dossiers";
import { idsOf, openBench, syntheaFolders, today } from "./fhir-bench";
import { HEALTH_CARD_SYSTEM, ID_CARD_SYSTEM, NATIONAL_ID_CARD_SYSTEM, PASSPORT_SYSTEM } from "./identifiers";
import { ownPeople } from "./people";

let server: Awaited<ReturnType<typeof openBench>>;
beforeAll(async () => {
  server = await openBench();
});
afterAll(() => server.close());

test("somebody is found by card, by ID number under either name of its system, and by passport", async () => {
  const by = (system: string, value: string) =>
    server.search(`Patient?identifier=${encodeURIComponent(`${system}|${value}`)}`);
  expect(await by(HEALTH_CARD_SYSTEM, "CQ2026000001")).toEqual(["lin-xiaowen"]);
  for (const system of [ID_CARD_SYSTEM, NATIONAL_ID_CARD_SYSTEM])
    expect(await by(system, "99000020260615013X")).toEqual(["zhao-yinuo"]);
  expect(await by(PASSPORT_SYSTEM, "P9999907A")).toEqual(["maria-santos"]);
  expect(await by(ID_CARD_SYSTEM, "CQ2026000001")).toEqual([]);
});

test("somebody is found by name and birth date", async () => {
  expect(await server.search("Patient?name=林小满&birthdate=2022-03-08")).toEqual(["lin-xiaoman"]);
  expect(await server.search("Patient?family=santos")).toEqual(["maria-santos"]);
  expect(await server.search("Patient?name=林小满&birthdate=2022-03-09")).toEqual([]);
});

test("a search may be posted, so that no name stands in an address", async () => {
  const body = new URLSearchParams({ name: "陈佳怡" });
  const answer = await server.ask("Patient/_search", {
    method: "POST",
    body,
    headers: { authorization: "Bearer secret" },
  });
  expect(idsOf(((await answer.json()) as Bundle).entry)).toEqual(["chen-jiayi"]);
});

test("every kind of a patient's record is found by the patient, with or without the type before the id", async () => {
  const counts: Record<string, number> = {};
  for (const type of [
    "Encounter",
    "Condition",
    "AllergyIntolerance",
    "MedicationRequest",
    "Observation",
    "Procedure",
  ]) {
    const short = await server.walk(`${type}?patient=zhang-huimin`);
    expect(idsOf((await server.walk(`${type}?patient=Patient/zhang-huimin`)).entries)).toEqual(idsOf(short.entries));
    counts[type] = short.total;
  }
  expect(counts).toMatchObject({ Encounter: 5, Condition: 3, AllergyIntolerance: 1, Procedure: 1 });
  expect(await server.search("Encounter?patient=wang-chunmei")).toEqual([]);
  expect(await server.search("MedicationRequest?patient=zhang-huimin&status=active")).toHaveLength(2);
});

test("a long record comes page by page, each thing once, by links that work as they are", async () => {
  const whole = await server.walk("Observation?patient=liu-min&_count=100");
  const parts = await server.walk("Observation?patient=liu-min&_count=7");
  expect(parts.pages).toBe(Math.ceil(whole.total / 7));
  expect(idsOf(parts.entries)).toEqual(idsOf(whole.entries));
  expect(new Set(idsOf(parts.entries)).size).toBe(whole.total);
  expect((await server.walk(`Observation?patient=liu-min&_count=${whole.total}`)).pages).toBe(1);
  const [first] = whole.entries;
  expect(await server.read(first?.fullUrl ?? "")).toEqual(first?.resource);
  expect((await server.read<Bundle>("Observation")).entry).toHaveLength(20);
  expect((await server.read<Bundle>("Observation?_count=5000")).entry).toHaveLength(100);
});

test("the newest comes first where it is asked for, and dates can be bounded", async () => {
  const visits = await server.search("Encounter?patient=lin-xiaowen&_sort=-date");
  expect(visits).toEqual([5, 4, 3, 2, 1].map((number) => `lin-xiaowen-visit-${number}`));
  expect(await server.search("Encounter?patient=lin-xiaowen&date=ge2026-08-01&date=lt2026-11-01")).toEqual([
    "lin-xiaowen-visit-4",
  ]);
  expect(
    await server.search("Observation?patient=lin-xiaowen&code=http://loinc.org|3016-3&_sort=-date&_count=1"),
  ).toEqual(["lin-xiaowen-result-11"]);
  const byStatus = await server.walk("MedicationRequest?patient=lin-xiaoman&_sort=status,authoredon");
  const keys = byStatus.entries.map(({ resource }) =>
    resource?.resourceType === "MedicationRequest" ? [resource.status, resource.authoredOn] : [],
  );
  expect(keys).toEqual(keys.toSorted(([a = "", x = ""], [b = "", y = ""]) => a.localeCompare(b) || x.localeCompare(y)));
});

test("only what changed since a moment is sent where it is asked for", async () => {
  expect(await server.search("Patient?_lastUpdated=gt2020-01-01&_count=100")).toHaveLength(server.people.length);
  expect(await server.search("Patient?_lastUpdated=gt2999-01-01")).toEqual([]);
});

test("the last visit lies as many days back as the person's story needs", async () => {
  for (const { cardNumber, lastVisitDaysAgo } of ownPeople) {
    const person = server.people.find((one) => one.cardNumber === cardNumber);
    const newest = await server.read<Bundle>(`Encounter?patient=${person?.fhirId}&_sort=-date&_count=1`);
    const encounter = newest.entry?.[0]?.resource;
    const day = encounter?.resourceType === "Encounter" ? encounter.period?.end?.slice(0, 10) : undefined;
    const expected = lastVisitDaysAgo === null ? undefined : new Date(Date.UTC(2026, 10, 24 - lastVisitDaysAgo));
    expect(day, cardNumber).toBe(expected?.toISOString().slice(0, 10));
  }
});

test("a Synthea patient is found by the numbers she was given, and read to the last observation", async ({ skip }) => {
  if (syntheaFolders.length === 0) skip("FHIR_BUNDLES names no folder");
  const people = (await Promise.all(syntheaFolders.map((folder) => peopleIn(folder, today)))).flat();
  expect(people.length).toBeGreaterThan(0);
  for (const person of people) {
    expect(server.people).toContainEqual(person);
    const found = await server.read<Bundle<Patient>>(`Patient?identifier=${HEALTH_CARD_SYSTEM}|${person.cardNumber}`);
    expect(idsOf(found.entry)).toEqual([person.fhirId]);
    expect(found.entry?.[0]?.resource?.birthDate).toBe(person.birthDate);
    const { entries, total, pages } = await server.walk(`Observation?patient=${person.fhirId}&_count=15`);
    expect([new Set(idsOf(entries)).size, pages]).toEqual([total, Math.max(1, Math.ceil(total / 15))]);
    const newest = await server.read<Bundle>(`Encounter?patient=${person.fhirId}&_sort=-date&_count=1`);
    expect(newest.entry?.[0]?.resource).toMatchObject({ period: { end: expect.stringMatching(/^2026-11-21T/) } });
    const visits = JSON.stringify((await server.walk(`Encounter?patient=${person.fhirId}`)).entries);
    expect(visits).not.toContain("urn:uuid");
  }
});
