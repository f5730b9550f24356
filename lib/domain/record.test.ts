import { expect, test } from "vitest";
import { ATC, codingsOf, ICD_10, mapRecord, type RecordDraft } from "./record";
import { visitsOf } from "./visit";

const SNOMED = "http://snomed.info/sct";
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const hypertension = { system: SNOMED, code: "38341003", display: "Hypertension" };
const mappings = [
  { system: SNOMED, code: "38341003", targetSystem: ICD_10, target: "I10" },
  { system: RXNORM, code: "316049", targetSystem: ATC, target: "C03AA03" },
];

type Detail = Extract<RecordDraft, { kind: "encounter" }>["detail"];
const encounter = (
  fhirId: string,
  start: string,
  more: Partial<Detail> = {},
  reasons = [hypertension],
): RecordDraft => ({
  kind: "encounter",
  fhirId,
  occurredAt: new Date(start),
  codings: [],
  display: "Outpatient visit",
  isActive: true,
  reasonCodings: reasons,
  detail: { class: "AMB", endAt: null, department: null, reasons: [], conditionIds: [], ...more },
});
const condition = (fhirId: string, encounterId: string | null, isActive = true): RecordDraft => ({
  kind: "condition",
  fhirId,
  occurredAt: new Date("2020-01-01T00:00:00Z"),
  codings: [hypertension],
  display: "Hypertension",
  isActive,
  detail: { clinicalStatus: "active", encounterId },
});

test("conditions become ICD-10 and medicines ATC, and keep the source's own code", () => {
  const drug: RecordDraft = {
    kind: "medication",
    fhirId: "m",
    occurredAt: null,
    codings: [{ system: RXNORM, code: "316049", display: "Hydrochlorothiazide 25 MG" }],
    display: "Hydrochlorothiazide 25 MG",
    isActive: true,
    detail: { status: "active", dosage: null },
  };
  const rows = mapRecord([condition("c", null), drug], mappings);
  expect(rows.map(({ code, mappedCode }) => [code, mappedCode])).toEqual([
    ["38341003", "I10"],
    ["316049", "C03AA03"],
  ]);
});

test("a code that is ICD-10 already, also in a national extension, needs no map", () => {
  const coded = (system: string): RecordDraft => ({
    ...condition("c", null),
    codings: [{ system, code: "J45.0", display: "" }],
  });
  const rows = mapRecord([coded(ICD_10), coded(`${ICD_10}-cm`), coded("urn:own")], []);
  expect(rows.map((row) => row.mappedCode)).toEqual(["J45.0", "J45.0", null]);
});

test("observations are not looked up in the code maps", () => {
  expect(codingsOf([encounter("e", "2026-11-20T00:00:00Z"), condition("c", null)])).toHaveLength(2);
});

test("a visit's diagnoses are its reasons and the conditions recorded at it, each once", () => {
  const rows = mapRecord([encounter("e", "2026-11-20T00:00:00Z"), condition("c", "e")], mappings);
  expect(visitsOf(rows)).toEqual([
    {
      fhirId: "e",
      at: new Date("2026-11-20T00:00:00Z"),
      department: null,
      display: "Outpatient visit",
      isInferred: false,
      diagnoses: [{ code: "I10", display: "Hypertension" }],
    },
  ]);
});

test("a visit that names no diagnosis stands for what was current then", () => {
  const rows = mapRecord(
    [
      encounter("e", "2026-11-20T00:00:00Z", {}, []),
      condition("old", "earlier"),
      condition("resolved", "earlier", false),
    ],
    mappings,
  );
  expect(visitsOf(rows)).toMatchObject([{ isInferred: true, diagnoses: [{ code: "I10" }] }]);
});

test("R2: a stay counts from its discharge; an online visit and one that did not take place do not count", () => {
  const stay = encounter("stay", "2026-11-01T00:00:00Z", { class: "IMP", endAt: "2026-11-20T00:00:00.000Z" });
  const online = encounter("online", "2026-11-21T00:00:00Z", { class: "VR" });
  const cancelled: RecordDraft = { ...encounter("cancelled", "2026-11-22T00:00:00Z"), isActive: false };
  expect(visitsOf(mapRecord([stay, online, cancelled], mappings)).map(({ fhirId, at }) => [fhirId, at])).toEqual([
    ["stay", new Date("2026-11-20T00:00:00Z")],
  ]);
});

test("rows whose detail cannot be read are left out, not fatal", () => {
  const [row] = mapRecord([encounter("e", "2026-11-20T00:00:00Z")], mappings);
  expect(row && visitsOf([{ ...row, detail: null }])).toEqual([]);
});
