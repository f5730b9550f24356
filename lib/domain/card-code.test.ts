import { expect, test } from "vitest";
import { cardCode, cardNumberIn } from "./card-code";

test("a card's code gives its number back", () => {
  expect(cardNumberIn(cardCode("CQ2026000001"))).toBe("CQ2026000001");
});

test.each([
  ["CQ2026000001", "CQ2026000001"],
  [" cq2026000001\n", "CQ2026000001"],
  ["ＣＱ２０２６０００００１", "CQ2026000001"],
  ["https://pay.example/CQ2026000001", null],
  ["urn:hospital:prescription|CQ2026000001", null],
  ["WELCOME", null],
  ["12345", null],
  ["", null],
])("of the scanned text %j the card number is %j", (scanned, number) => {
  expect(cardNumberIn(scanned)).toBe(number);
});
