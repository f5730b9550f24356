import { expect, test } from "vitest";
import { isCalendarDay, maskNumber, readResidentId, residentIdCheck } from "./resident-id";

const TODAY = "2026-11-23";
const withCheck = (digits17: string) => digits17 + residentIdCheck(digits17);

test("R5: the example number of GB 11643 is read as a woman born on the last day of 1949", () => {
  expect(readResidentId("11010519491231002X", TODAY)).toEqual({
    number: "11010519491231002X",
    sex: "female",
    birthDay: "1949-12-31",
  });
});

test("R5: an odd seventeenth digit is a man", () => {
  expect(readResidentId("440524188001010014", TODAY)).toBeNull();
  expect(readResidentId(withCheck("44052419800101001"), TODAY)?.sex).toBe("male");
});

test("R5: full-width digits, spaces and a small x are the same number", () => {
  expect(readResidentId(" 110105 19491231 002x ", TODAY)?.number).toBe("11010519491231002X");
  expect(readResidentId("１１０１０５１９４９１２３１００２Ｘ", TODAY)?.number).toBe("11010519491231002X");
});

test.each([
  ["one digit changed", "11010519491231012X"],
  ["two digits swapped", "11010519491213002X"],
  ["wrong check character", "110105194912310021"],
  ["fifteen digits of the old form", "110105491231002"],
  ["letters inside", "1101051949123100AX"],
  ["nothing", ""],
  ["a day that does not exist", withCheck("11010520230229002")],
  ["a month that does not exist", withCheck("11010520231301002")],
  ["a birth after today", withCheck("11010520261124002")],
  ["a birth before 1900", withCheck("11010518991231002")],
])("R5: %s is no resident ID", (_, number) => {
  expect(readResidentId(number, TODAY)).toBeNull();
});

test("R5: a child born today has a number already", () => {
  expect(readResidentId(withCheck("50010320261123002"), TODAY)?.birthDay).toBe("2026-11-23");
});

test("the 29th of February exists in leap years only", () => {
  expect([isCalendarDay("2024-02-29"), isCalendarDay("2023-02-29"), isCalendarDay("2023-2-9")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a number on the screen shows its ends only", () => {
  expect(maskNumber("11010519491231002X")).toBe("110*************2X");
  expect(maskNumber("E1234567")).toBe("******67");
});
