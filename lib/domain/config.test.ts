import { expect, test } from "vitest";
import { configKinds, differences, keyOf } from "./config";

const rate = (province: string, price: number) => ({
  ...{ carrier: "shunfeng", province, price, extraKilo: 200, minDays: 1, maxDays: 2 },
});

test("what a table would change is told line by line: new, changed, gone; what is the same is not", () => {
  const before = [rate("500000", 1_300), rate("110000", 2_000), rate("310000", 1_800)];
  const after = [rate("500000", 1_300), rate("110000", 2_200), rate("440000", 1_900)];
  expect(differences("rates", before, after)).toEqual([
    { key: "shunfeng 110000", before: rate("110000", 2_000), after: rate("110000", 2_200) },
    { key: "shunfeng 440000", before: null, after: rate("440000", 1_900) },
    { key: "shunfeng 310000", before: rate("310000", 1_800), after: null },
  ]);
  expect(keyOf("holidays", { day: "2027-01-01" })).toBe("2027-01-01");
});

test.each([
  ["a day that is none", "holidays", { day: "2027-02-30", nameZh: "假", nameEn: "Day" }, ["day date_invalid"]],
  ["no name", "holidays", { day: "2027-02-03", nameZh: "", nameEn: "Day" }, ["nameZh required"]],
  [
    "less than nothing and a backward time",
    "rates",
    { carrier: "x", province: "500000", price: "-1", extraKilo: "2", minDays: "3", maxDays: "2" },
    ["price amount_invalid"],
  ],
  [
    "a backward time",
    "rates",
    { carrier: "x", province: "500000", price: "1", extraKilo: "2", minDays: "3", maxDays: "2" },
    ["maxDays day_order"],
  ],
  ["an area of five digits", "remote", { carrier: "x", area: "50000", extra: "" }, ["area area_missing"]],
] as const)("%s is told", (_, kind, line, faults) => {
  const parsed = configKinds[kind].row.safeParse(line);
  const said = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(said.slice(0, faults.length)).toEqual(faults);
});

test("money is typed in yuan; an empty extra means that the carrier does not go there", () => {
  const typed = { carrier: "shunfeng", province: "500000", price: "13.5", extraKilo: "2", minDays: "1", maxDays: "2" };
  expect(configKinds.rates.row.parse(typed)).toMatchObject({ price: 1_350, extraKilo: 200 });
  expect(configKinds.remote.row.parse({ carrier: "shunfeng", area: "540000", extra: "" })).toMatchObject({
    extra: null,
  });
});
