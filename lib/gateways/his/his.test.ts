import { afterEach, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { fetchRecord } from "./fetch-record";
import { findPatient } from "./find-patient";
import { backOff } from "./get-json";
import { readResource } from "./read-resource";

type Answer = { status?: number; body: unknown; headers?: Record<string, string> };
const base = () => env().FHIR_BASE_URL.replace(/\/*$/, "/");

/** Plays the hospital's server: what each request gets, in order or by its URL. */
function serverAnswers(answer: (url: URL, count: number) => Answer | Error) {
  const asked: { url: URL; authorization: string | null }[] = [];
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    asked.push({ url, authorization: new Headers(init.headers).get("authorization") });
    const given = answer(url, asked.length);
    if (given instanceof Error) throw given;
    const headers = { "content-type": "application/fhir+json", ...given.headers };
    return new Response(JSON.stringify(given.body), { status: given.status ?? 200, headers });
  });
  return asked;
}

const bundle = (resources: unknown[], next?: string) => ({
  resourceType: "Bundle",
  type: "searchset",
  entry: resources.map((resource) => ({ resource })),
  link: next ? [{ relation: "next", url: next }] : [],
});
const liz = {
  resourceType: "Patient",
  id: "p1",
  name: [
    { use: "official", family: "Conn", given: ["Liz"] },
    { use: "old", family: "Roe", given: ["Liz"] },
    { use: "maiden", family: "Rowe", given: ["Liz"] },
  ],
  birthDate: "1986-11-28",
  identifier: [{ system: "urn:x", value: "1" }, { system: "urn:y" }],
};

afterEach(() => vi.unstubAllGlobals());

test("a patient is found by card number, with her current names and whole identifiers only", async () => {
  const asked = serverAnswers(() => ({ body: bundle([liz]) }));
  expect(await findPatient({ cardNumber: "C1" })).toEqual({
    fhirId: "p1",
    names: ["Conn Liz"],
    birthDay: "1986-11-28",
    identifiers: [{ system: "urn:x", value: "1" }],
  });
  expect(asked[0]?.url.searchParams.get("identifier")).toMatch(/\|C1$/);
  expect(asked[0]?.authorization).toBe(`Bearer ${env().FHIR_TOKEN}`);
});

test.each([
  ["nobody", []],
  ["two people", [liz, { ...liz, id: "p2" }]],
  ["a person who is no longer active", [{ ...liz, active: false }]],
  ["something else than a patient", [{ resourceType: "OperationOutcome", id: "o" }]],
])("a card number that belongs to %s finds no one", async (_, resources) => {
  serverAnswers(() => ({ body: bundle(resources) }));
  expect(await findPatient({ cardNumber: "C1" })).toBeNull();
});

test("a record of several pages is read to its end", async () => {
  serverAnswers((url) => {
    if (!url.pathname.endsWith("/Observation")) return { body: bundle([]) };
    const page = Number(url.searchParams.get("page") ?? 0);
    const resource = { resourceType: "Observation", id: `o${page}` };
    return { body: bundle([resource], page < 2 ? `${base()}Observation?page=${page + 1}` : undefined) };
  });
  expect((await fetchRecord("p1")).drafts.map(({ fhirId }) => fhirId)).toEqual(["o0", "o1", "o2"]);
});

test.each([
  ["another server", () => "https://elsewhere.example/fhir?page=2"],
  ["another door of the same server", () => `${new URL(base()).origin}/admin?page=2`],
  ["a path that climbs out of the FHIR root", () => `${base()}../admin?page=2`],
  ["an address with a password", () => base().replace("//", "//me:secret@")],
])("a next link to %s is not followed, and no token is sent there", async (_, next) => {
  const asked = serverAnswers(() => ({ body: bundle([], next()) }));
  await expect(fetchRecord("p1")).rejects.toMatchObject({ code: "unavailable" });
  expect(new Set(asked.map(({ url }) => url.origin))).toEqual(new Set([new URL(base()).origin]));
});

test("a server that is busy is asked again, twice at most", async () => {
  const asked = serverAnswers((_, count) => (count < 3 ? { status: 429, body: {} } : { body: bundle([liz]) }));
  expect(await findPatient({ cardNumber: "C1" })).not.toBeNull();
  expect(asked).toHaveLength(3);

  const always = serverAnswers(() => ({ status: 503, body: {} }));
  await expect(findPatient({ cardNumber: "C1" })).rejects.toMatchObject({ code: "unavailable" });
  expect(always).toHaveLength(3);
});

test.each<[string, Answer | Error]>([
  ["cannot be reached", new TypeError("fetch failed")],
  ["does not answer in time", new DOMException("", "TimeoutError")],
  [
    "answers with an OperationOutcome",
    { status: 400, body: { resourceType: "OperationOutcome", issue: [{ code: "invalid" }] } },
  ],
  ["forbids it", { status: 403, body: {} }],
  ["answers with a page of HTML", { body: "<html>", headers: { "content-type": "text/html" } }],
  ["answers with a text that is no JSON", { body: "<html>" }],
  [
    "found a part only, and says so beside it",
    {
      body: bundle([
        liz,
        { resourceType: "OperationOutcome", issue: [{ severity: "error", code: "incomplete", diagnostics: "Liz" }] },
      ]),
    },
  ],
  [
    "answers 200 with an OperationOutcome",
    { body: { resourceType: "OperationOutcome", issue: [{ severity: "fatal", code: "exception" }] } },
  ],
  ["answers with a patient instead of a bundle", { body: liz }],
])("a server that %s is unavailable, not a person without a record", async (_, answer) => {
  const asked = serverAnswers(() => answer);
  await expect(findPatient({ cardNumber: "C1" })).rejects.toMatchObject({ code: "unavailable" });
  expect(asked).toHaveLength(1);
});

test.each<[string, string | null, number]>([
  ["nothing", null, 450],
  ["seconds", "1", 1_000],
  ["a date", "Mon, 23 Nov 2026 08:00:01 GMT", 1_000],
  ["more than anybody waits", "3600", 2_000],
  ["a date that is past", "Mon, 23 Nov 2026 07:00:00 GMT", 450],
  ["something else", "soon", 450],
])("a busy server that asks to wait for %s is asked again in its time", (_, header, ms) => {
  expect(backOff(header, 1, Date.parse("2026-11-23T08:00:00Z"))).toBe(ms);
});

test("a warning in a bundle, a resource of an unknown type and an entry that cannot be read hide nothing beside them", async () => {
  const warning = { resourceType: "OperationOutcome", issue: [{ severity: "warning", code: "informational" }] };
  const page = bundle([warning, { resourceType: "Wearable", id: "w" }, liz]);
  serverAnswers(() => ({ body: { ...page, entry: [null, 7, ...page.entry] } }));
  expect(await findPatient({ cardNumber: "C1" })).toMatchObject({ fhirId: "p1" });
});

test("an answer larger than 20 MB is left before it fills the memory", async () => {
  let sent = 0;
  vi.stubGlobal("fetch", async () => {
    const part = new Uint8Array(1024 * 1024);
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(part);
      },
    });
    return new Response(body, { headers: { "content-type": "application/fhir+json" } });
  });
  await expect(findPatient({ cardNumber: "C1" })).rejects.toMatchObject({ code: "unavailable" });
  expect(sent).toBeLessThan(25);
});

test("a page of 4 MB is read within three seconds and 150 MB", async () => {
  const note = "x".repeat(3_900);
  const resources = Array.from({ length: 1_000 }, (_, index) => ({
    ...{ resourceType: "Observation", id: `o${index}`, status: "final", note: [{ text: note }] },
    valueQuantity: { value: index, unit: "mmol/L" },
  }));
  serverAnswers((url) => ({ body: bundle(url.pathname.endsWith("/Observation") ? resources : []) }));
  const [started, before] = [performance.now(), process.memoryUsage().rss];
  expect((await fetchRecord("p1")).drafts).toHaveLength(1_000);
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test("changes are asked for by the server's own clock, and what it marks as mistaken is named", async () => {
  const date = "Mon, 23 Nov 2026 08:00:00 GMT";
  const mistaken = {
    resourceType: "Condition",
    id: "c9",
    verificationStatus: { coding: [{ code: "entered-in-error" }] },
  };
  const meta = { versionId: "3", lastUpdated: "2026-11-23T07:59:00Z" };
  const asked = serverAnswers((url) => ({
    headers: { date },
    body: bundle(url.pathname.endsWith("/Condition") ? [mistaken, { resourceType: "Condition", id: "c1", meta }] : []),
  }));
  const since = new Date("2026-11-23T07:00:00Z");
  expect(await fetchRecord("p1", since)).toMatchObject({
    drafts: [{ fhirId: "c1", versionId: "3", updatedAt: new Date(meta.lastUpdated) }],
    mistaken: [{ kind: "condition", fhirId: "c9" }],
    syncedTo: new Date(date),
  });
  expect(asked.map(({ url }) => url.searchParams.get("_lastUpdated"))).toEqual(
    Array(6).fill("ge2026-11-23T07:00:00.000Z"),
  );
});

test("of a list with something unreadable in it, the rest is read", () => {
  const code = { coding: [null, { system: "urn:x", code: "A" }, "B"] };
  expect(readResource("condition", { id: "c", code })?.codings).toEqual([{ system: "urn:x", code: "A", display: "A" }]);
});

test("a medicine that the prescription carries within itself is read with its codes", () => {
  const read = readResource("medication", {
    ...{ id: "m", status: "active", medicationReference: { reference: "#med" } },
    contained: [7, { id: "med", code: { coding: [{ system: "urn:atc", code: "N02BE01", display: "Paracetamol" }] } }],
  });
  expect(read).toMatchObject({ display: "Paracetamol", codings: [{ code: "N02BE01" }] });
});

test("a server whose pages never end is left", async () => {
  serverAnswers((url) => ({ body: bundle([], url.href) }));
  await expect(findPatient({ cardNumber: "C1" })).rejects.toMatchObject({ code: "unavailable" });
});

test("a Synthea encounter and condition are read with their dates, codes and relation", () => {
  const snomed = (code: string, display: string) => ({
    coding: [{ system: "http://snomed.info/sct", code, display }],
    text: display,
  });
  const encounter = {
    resourceType: "Encounter",
    id: "e1",
    status: "finished",
    class: { code: "AMB" },
    type: [snomed("185349003", "Encounter for check up (procedure)")],
    reasonCode: [snomed("38341003", "Hypertension")],
    period: { start: "2026-11-20T20:37:06+00:00", end: "2026-11-20T20:52:06+00:00" },
  };
  expect(readResource("encounter", encounter)).toMatchObject({
    fhirId: "e1",
    occurredAt: new Date("2026-11-20T20:37:06Z"),
    display: "Encounter for check up (procedure)",
    isActive: true,
    reasonCodings: [{ system: "http://snomed.info/sct", code: "38341003", display: "Hypertension" }],
    detail: { class: "AMB", endAt: "2026-11-20T20:52:06.000Z" },
  });
  const condition = {
    id: "c1",
    clinicalStatus: { coding: [{ code: "active" }] },
    code: snomed("38341003", "Hypertension"),
    encounter: { reference: "https://his.example/fhir/Encounter/e1/_history/1" },
    onsetDateTime: "2026-11-20",
  };
  expect(readResource("condition", condition)).toMatchObject({
    isActive: true,
    occurredAt: new Date("2026-11-20T00:00:00Z"),
    detail: { encounterId: "e1", clinicalStatus: "active" },
  });
});

test("a blood pressure is shown as one value, a long decimal shortened", () => {
  const part = (value: number) => ({ valueQuantity: { value, unit: "mm[Hg]" } });
  const read = readResource("observation", { id: "o", component: [part(121.456), part(80)] });
  expect(read?.detail).toMatchObject({ value: "121.46 / 80", unit: "mm[Hg]" });
});

test("what was entered by mistake, or refuted, is no entry", () => {
  const status = (code: string) => ({ id: "x", verificationStatus: { coding: [{ code }] } });
  expect(readResource("allergy", status("refuted"))).toBeNull();
  expect(readResource("condition", status("entered-in-error"))).toBeNull();
  expect(readResource("medication", { id: "m", status: "entered-in-error" })).toBeNull();
  expect(readResource("report", { id: "r", status: "cancelled" })).toBeNull();
});

test("a report is read with its conclusion and the values it names; one that is not signed is not in force", () => {
  const report = {
    ...{ id: "r1", status: "final", code: { text: "妇科超声" }, effectiveDateTime: "2026-08-03T15:00:00+08:00" },
    ...{
      category: [{ coding: [{ code: "RUS" }] }],
      conclusion: "未见异常。",
      result: [{ reference: "Observation/v1" }],
    },
  };
  expect(readResource("report", report)).toMatchObject({
    ...{ kind: "report", display: "妇科超声", isActive: true, occurredAt: new Date("2026-08-03T07:00:00Z") },
    detail: { category: "RUS", conclusion: "未见异常。", resultIds: ["v1"] },
  });
  expect(readResource("report", { ...report, status: "preliminary" })).toMatchObject({ isActive: false });
});

test.each(["encounter", "condition", "allergy", "medication", "observation", "report"] as const)(
  "an %s of which every field but the id is missing, null or of a wrong type is still read",
  (kind) => {
    expect(readResource(kind, { id: "x" })).toMatchObject({ kind, fhirId: "x", display: "—", occurredAt: null });
    const wrong = Object.fromEntries(
      [
        "status",
        "code",
        "type",
        "period",
        "reaction",
        "dosageInstruction",
        "component",
        "category",
        "onsetDateTime",
      ].map((field) => [field, field === "code" ? null : 7]),
    );
    expect(readResource(kind, { id: "x", ...wrong })).toMatchObject({ kind, fhirId: "x" });
    expect(readResource(kind, { id: "../../etc" })).toBeNull();
    expect(readResource(kind, null)).toBeNull();
  },
);
