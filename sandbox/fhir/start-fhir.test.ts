import type { CapabilityStatement, Patient } from "@medplum/fhirtypes";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openBench } from "./fhir-bench";
import { ownPeople } from "./people";

let server: Awaited<ReturnType<typeof openBench>>;
beforeAll(async () => {
  server = await openBench();
});
afterAll(() => server.close());
afterEach(() => server.setFaults({ slowMs: 0, status: null, down: false }));

test("nothing is told without the right token, except what the server can do", async () => {
  expect(await server.refusal("Patient", { headers: {} })).toEqual([401, "login"]);
  expect(await server.refusal("Patient/lin-xiaowen", { headers: { authorization: "Bearer guess" } })).toEqual([
    401,
    "login",
  ]);
  const able = (await (await server.ask("metadata", { headers: {} })).json()) as CapabilityStatement;
  expect(able).toMatchObject({ fhirVersion: "4.0.1", implementation: { url: server.root } });
  const patient = able.rest?.[0]?.resource?.find(({ type }) => type === "Patient");
  expect(patient?.searchParam).toContainEqual({ name: "identifier", type: "token" });
});

test("what the server does not know is refused, and never answered with everybody's records", async () => {
  expect(await server.refusal("Nonsense?patient=lin-xiaowen")).toEqual([404, "not-supported"]);
  expect(await server.refusal("")).toEqual([404, "not-supported"]);
  expect(await server.refusal("Patient/nobody")).toEqual([404, "not-found"]);
  expect(await server.refusal("Patient/lin-xiaowen/everything/else")).toEqual([404, "not-found"]);
  expect(await server.refusal("Observation?pateint=lin-xiaowen")).toEqual([400, "not-supported"]);
  expect(await server.refusal("Observation?value-quantity=5")).toEqual([400, "not-supported"]);
  expect(await server.refusal("Observation?_sort=nonsense")).toEqual([400, "not-supported"]);
  expect(await server.refusal("Observation?_count=-1")).toEqual([400, "not-supported"]);
  expect(await server.refusal("Patient?birthdate=yesterday")).toEqual([400, "invalid"]);
  expect(await server.refusal("Patient", { method: "DELETE", headers: { authorization: "Bearer secret" } })).toEqual([
    405,
    "not-supported",
  ]);
});

test.each([
  [429, "throttled"],
  [500, "exception"],
  [503, "transient"],
] as const)(
  "made to fail with %i, the server says so and when to come again, and is still watched",
  async (status, code) => {
    await server.setFaults({ status });
    expect(await server.refusal("Patient/lin-xiaowen")).toEqual([status, code]);
    expect((await server.ask("Patient/lin-xiaowen")).headers.get("retry-after")).toBe("1");
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  },
);

test("made slow or taken down, the server is slow or gone", async () => {
  await server.setFaults({ slowMs: 60_000 });
  await expect(server.ask("Patient/lin-xiaowen", { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
  await server.setFaults({ slowMs: 0, down: true });
  await expect(server.ask("Patient/lin-xiaowen")).rejects.toThrow("fetch failed");
  await server.setFaults({ down: false });
  await server.read<Patient>("Patient/lin-xiaowen");
  expect((await server.setFaults({ status: 418 })).status).toBe(400);
});

test("the page tells what to type for everybody on file", async () => {
  const shown = await (await fetch(server.url)).text();
  for (const { name, birthDate, idNumber, cardNumber } of ownPeople)
    for (const text of [name, birthDate, idNumber, cardNumber]) expect(shown).toContain(text);
  expect(shown.match(/健康卡二维码/g)?.length).toBeGreaterThanOrEqual(ownPeople.length);
  for (const text of ["青霉素过敏", "华法林钠片 2.5 mg", "从未就诊", "2026-11-20"]) expect(shown).toContain(text);
});

test("a result that is entered answers its order, in the record of that person alone", async () => {
  const enter = (fields: Record<string, string>) =>
    fetch(`${new URL(server.root).origin}/results`, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const [someone, other] = ownPeople;
  const result = { cardNumber: someone?.cardNumber ?? "", number: "TS26112400000001", conclusion: "TSH 2.1 mIU/L" };
  expect((await enter({ ...result, number: "1" })).status).toBe(400);
  expect((await enter({ ...result, cardNumber: "nobody" })).status).toBe(400);
  expect((await enter(result)).status).toBe(303);
  const idOf = async (cardNumber: string) => {
    const found = await (await server.ask(`Patient?identifier=${cardNumber}`)).json();
    return found.entry[0].resource.id as string;
  };
  const reports = async (cardNumber = "") =>
    JSON.stringify(
      await (await server.ask(`DiagnosticReport?subject=Patient/${await idOf(cardNumber)}&_count=100`)).json(),
    );
  expect(await reports(someone?.cardNumber)).toContain(result.number);
  expect(await reports(other?.cardNumber)).not.toContain(result.number);
});
