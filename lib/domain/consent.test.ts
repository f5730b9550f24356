import { expect, test } from "vitest";
import { type ConsentStep, missingConsents, neededConsents, requireConsents } from "./consent";
import { citation } from "./rules";

const birthDate = new Date("2012-11-23T00:00:00.000Z");
const eve = new Date("2026-11-22T15:00:00.000Z");
const midnight = new Date("2026-11-22T16:00:00.000Z");
const given = (...kinds: string[]) => kinds.map((kind) => ({ isByGuardian: false, text: { kind } }));
const signed = (...kinds: string[]) => kinds.map((kind) => ({ isByGuardian: true, text: { kind } }));

test.each<[ConsentStep, string]>([
  ["record", "health_data"],
  ["booking", "health_data"],
  ["delivery", "third_party_delivery"],
])(`R31 (${citation("R31", "en").text}): %s needs a separate consent to %s`, (step, kind) => {
  expect(neededConsents(step, new Date("1990-01-01T00:00:00.000Z"), eve)).toEqual([kind]);
});

test("R31: the hour before the fourteenth birthday in Shanghai a guardian consents, at midnight the person", () => {
  expect(neededConsents("record", birthDate, eve)).toEqual(["guardian", "health_data"]);
  expect(neededConsents("record", birthDate, midnight)).toEqual(["health_data"]);
});

test("R31: what a guardian signed ends on the fourteenth birthday, and the person is asked", () => {
  const patient = { birthDate, consents: signed("guardian", "health_data") };
  expect(missingConsents("booking", patient, eve)).toEqual([]);
  expect(missingConsents("booking", patient, midnight)).toEqual(["health_data"]);
  expect(missingConsents("booking", { birthDate, consents: given("health_data") }, midnight)).toEqual([]);
});

test.each<[ConsentStep, string[], string]>([
  ["record", [], "guardian,health_data"],
  ["booking", ["guardian"], "health_data"],
  ["booking", ["health_data"], "guardian"],
  ["delivery", ["guardian", "health_data"], "third_party_delivery"],
])("R31: %s for a child with %j is refused and says what is missing", (step, kinds, missing) => {
  const refuse = () => requireConsents(step, { birthDate, consents: signed(...kinds) }, eve);
  expect(refuse).toThrow(expect.objectContaining({ code: "consent_needed", rule: "R31", params: { kinds: missing } }));
});

test("R31: consent to one thing is consent to nothing else", () => {
  const adult = new Date("1990-01-01T00:00:00.000Z");
  const patient = { birthDate: adult, consents: given("informed_consent", "third_party_delivery") };
  expect(missingConsents("record", patient, eve)).toEqual(["health_data"]);
  expect(missingConsents("delivery", patient, eve)).toEqual([]);
});
