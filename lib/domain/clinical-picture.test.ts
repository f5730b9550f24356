import { expect, test } from "vitest";
import { addDays } from "./calendar";
import { clinicalPicture, type KnownPatient } from "./clinical-picture";

const noon = new Date("2026-11-23T04:00:00.000Z");
type Row = KnownPatient["record"][number];
const row = (more: Partial<Row>): Row => ({
  ...{ kind: "condition", code: null, display: "x", mappedCode: null, isActive: true, occurredAt: null },
  ...more,
});
const known = (more: Partial<KnownPatient>): KnownPatient => ({
  ...{ sex: "female", birthDate: new Date("1990-05-01T00:00:00.000Z"), record: [], signed: [] },
  ...more,
});

const nothing = { diagnosisCodes: [], states: [], weightKg: null };

test.each<[string, Partial<KnownPatient>, boolean]>([
  ["supervision of a pregnancy", { record: [row({ mappedCode: "Z34.9" })] }, true],
  [
    "diabetes in pregnancy, two months ago",
    { record: [row({ mappedCode: "O24.4", occurredAt: addDays(noon, -60) })] },
    true,
  ],
  ["a pregnancy a year ago", { record: [row({ mappedCode: "Z34.9", occurredAt: addDays(noon, -365) })] }, false],
  ["an infection of the breast after birth", { record: [row({ mappedCode: "O91.1" })] }, false],
  ["a pregnancy that is over", { record: [row({ mappedCode: "Z34.9", isActive: false })] }, false],
  ["a code that is the mother's on a boy's record", { sex: "male", record: [row({ mappedCode: "Z34.9" })] }, false],
])("%s: pregnant %3$s", (_, more, isPregnant) => {
  expect(clinicalPicture(known(more), nothing, noon).patient.states.includes("pregnant")).toBe(isPregnant);
});

test("allergies and medicines that are current count, ended ones do not", () => {
  const record = [
    row({ kind: "allergy", display: "青霉素", code: "91936005" }),
    row({ kind: "allergy", display: "旧", isActive: false }),
    row({ kind: "medication", display: "华法林", mappedCode: "B01AA03" }),
    row({ kind: "medication", display: "停", isActive: false }),
  ];
  const picture = clinicalPicture(known({ record }), nothing, noon);
  expect(picture.allergies).toEqual([{ display: "青霉素", code: "91936005", mappedCode: null }]);
  expect(picture.running).toEqual([{ display: "华法林", atc: "B01AA03" }]);
});

test("what was prescribed online is running until its days are over", () => {
  const items = [
    { days: 7, medicine: { nameZh: "短", atc: "J01CA04", ingredients: ["amoxicillin"] } },
    { days: 28, medicine: { nameZh: "长", atc: "C10AA05", ingredients: ["atorvastatin"] } },
  ];
  const picture = clinicalPicture(known({ signed: [{ signedAt: addDays(noon, -10), items }] }), nothing, noon);
  expect(picture.running.map(({ display }) => display)).toEqual(["长"]);
});

test.each([
  ["the diagnosis that is written now", { diagnosisCodes: ["N18.3"] }, ["kidney"]],
  ["what the doctor knows beside the record", { states: ["lactating" as const] }, ["lactating"]],
  ["both, each once", { diagnosisCodes: ["K74.6", "N18.3"], states: ["liver" as const] }, ["kidney", "liver"]],
])("%s counts", (_, stated, states) => {
  expect(clinicalPicture(known({}), { ...nothing, ...stated }, noon).patient.states).toEqual(states);
});

test("a state of women is nobody's on a man's record, whoever states it", () => {
  const stated = { ...nothing, states: ["pregnant" as const, "kidney" as const] };
  expect(clinicalPicture(known({ sex: "male" }), stated, noon).patient.states).toEqual(["kidney"]);
});
