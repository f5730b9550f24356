import fc from "fast-check";
import { expect, test } from "vitest";
import { compareBooks, type GatewayEntry, totalOf } from "./books";

const paid = (gatewayId: string, amountFen = 100): GatewayEntry => ({ kind: "paid", gatewayId, amountFen });
const back = (gatewayId: string, amountFen = 100): GatewayEntry => ({ kind: "back", gatewayId, amountFen });

test.each([
  ["the same on both sides", [paid("a"), back("r")], [back("r"), paid("a")], []],
  ["money that the books do not know", [paid("a")], [], ["missing_in_books"]],
  ["another amount", [paid("a", 100)], [paid("a", 90)], ["amount_differs"]],
  ["a refund is not the payment of the same id", [back("a")], [paid("a")], ["missing_in_books"]],
] as const)("%s", (_, gateway, books, kinds) => {
  expect(compareBooks(gateway, books).differences.map(({ kind }) => kind)).toEqual(kinds);
});

test("what the gateway's list of the day does not have is asked after", () => {
  expect(compareBooks([paid("a")], [paid("a"), paid("b"), back("a")]).unlisted).toEqual([paid("b"), back("a")]);
});

const entry = fc.record({
  kind: fc.constantFrom("paid" as const, "back" as const),
  gatewayId: fc.string({ minLength: 1, maxLength: 3 }),
  amountFen: fc.integer({ min: 1, max: 1_000_000 }),
});
const entries = fc.uniqueArray(entry, { selector: ({ kind, gatewayId }) => `${kind} ${gatewayId}` });

test("no difference and nothing unlisted means the same sums on both sides", () => {
  fc.assert(
    fc.property(entries, entries, (gateway, books) => {
      const { differences, unlisted } = compareBooks(gateway, books);
      if (differences.length + unlisted.length > 0) return;
      expect(totalOf(gateway, "paid")).toEqual(totalOf(books, "paid"));
      expect(totalOf(gateway, "back")).toEqual(totalOf(books, "back"));
    }),
  );
  fc.assert(
    fc.property(entries, (same) => {
      expect(compareBooks(same, same.toReversed())).toEqual({ differences: [], unlisted: [] });
    }),
  );
});
