import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfPacks, fieldText, readPackCode } from "./pack-code";

const GTIN = "06912345678901";

test.each([
  ["typed by hand", " b123 ", { batch: "B123", gtin: null }],
  ["with brackets", `(01)${GTIN}(17)271231(10)B123`, { batch: "B123", gtin: GTIN }],
  ["as a scanner sends it", `01${GTIN}1727123110B123\u001d21S9`, { batch: "B123", gtin: GTIN }],
  ["with the scanner's prefix", `]d201${GTIN}10b123`, { batch: "B123", gtin: GTIN }],
  ["with the separator written out", `01${GTIN}10B123<GS>17271231`, { batch: "B123", gtin: GTIN }],
  ["serial number before the batch", `01${GTIN}21S9\u001d10B-12/3`, { batch: "B-12/3", gtin: GTIN }],
  ["a trade item without a batch is no batch", `01${GTIN}17271231`, { batch: `01${GTIN}17271231`, gtin: null }],
  ["a batch that looks like an identifier", "10B123", { batch: "10B123", gtin: null }],
])("a pack's code %s", (_, text, code) => expect(readPackCode(text)).toEqual(code));

test("any text is read as something, and nothing loops", () => {
  fc.assert(fc.property(fc.string(), (text) => typeof readPackCode(`01${GTIN}${text}`).batch === "string"));
  fc.assert(fc.property(fc.string(), (text) => readPackCode(text).batch === readPackCode(text).batch.toUpperCase()));
});

test("a camera's reading goes into a field with its separators to be seen; a trade item's bar code names no batch", () => {
  const code = `01${GTIN}10B1\u001d21S`;
  expect(fieldText(code)).toBe(`01${GTIN}10B1<GS>21S`);
  expect(readPackCode(fieldText(code) ?? "")).toEqual(readPackCode(code));
  expect([fieldText("6912345678901"), fieldText(" "), fieldText("x".repeat(121))]).toEqual([null, null, null]);
});

const promised = [
  { number: "B1", gtin: GTIN },
  { number: "B2", gtin: null },
];
const read = (...texts: string[]) => texts.map(readPackCode);

test.each([
  ["each batch once, in any order", read("b2", "B1"), null],
  ["with the trade item", read(`(01)${GTIN}(10)B1`, "B2"), null],
  ["another medicine with the same batch number", read("(01)06900000000001(10)B1", "B2"), "wrong_medicine"],
  ["another batch", read("B1", "B3"), "wrong_batch"],
  ["one batch twice", read("B1", "B1"), "wrong_batch"],
  ["one missing", read("B1"), "wrong_batch"],
  ["one too many", read("B1", "B2", "B2"), "wrong_batch"],
])("R25: %s", (_, codes, fault) => expect(faultOfPacks(promised, codes)).toBe(fault));
