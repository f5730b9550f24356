import { expect, test } from "vitest";
import { guardianship } from "./guardian";

const born = (day: string) => new Date(`${day}T00:00:00.000Z`);
const at = (moment: string) => new Date(`${moment}:00+08:00`);
const NOON = at("2026-11-23T12:00");
const add = (birthDay: string, relation: string, isGuardian: boolean, now = NOON) => {
  try {
    return guardianship({ birthDate: born(birthDay), relation, isGuardian }, now);
  } catch (error) {
    return (error as { fields: object }).fields;
  }
};

test.each([
  ["a child of five with a guardian", "2021-03-04", "child", true, true],
  ["a child whose guardian does not say so", "2021-03-04", "child", false, { isGuardian: "guardian_undeclared" }],
  ["a child of five as oneself", "2021-03-04", "self", true, { relation: "minor_needs_guardian" }],
  ["a girl of fifteen as herself", "2011-03-04", "self", false, false],
  ["an adult child", "2000-03-04", "child", true, false],
  ["a newborn of today", "2026-11-23", "child", true, true],
])("R31 (PIPL art. 31): %s", (_, birthDay, relation, isGuardian, expected) => {
  expect(add(birthDay, relation, isGuardian)).toEqual(expected);
});

test("R31: in the hour before the fourteenth birthday in Shanghai a guardian is still needed, afterwards not", () => {
  expect(add("2012-11-24", "self", false, at("2026-11-23T23:00"))).toEqual({ relation: "minor_needs_guardian" });
  expect(add("2012-11-24", "self", false, at("2026-11-24T00:00"))).toBe(false);
});

test("in the hour before the eighteenth birthday the guardian still declares, afterwards not", () => {
  expect(add("2008-11-24", "child", false, at("2026-11-23T23:00"))).toEqual({ isGuardian: "guardian_undeclared" });
  expect(add("2008-11-24", "child", false, at("2026-11-24T00:00"))).toBe(false);
});
