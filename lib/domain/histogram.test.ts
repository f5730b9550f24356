import fc from "fast-check";
import { expect, test } from "vitest";
import { quantileSlot, slotEdges, slotMinutes } from "./histogram";

const slotOf = (minutes: number) => slotEdges.filter((edge) => minutes >= edge).length;

const tallied = (values: readonly number[]) => {
  const tallies = new Map<number, number>();
  for (const value of values) tallies.set(slotOf(value), (tallies.get(slotOf(value)) ?? 0) + 1);
  return tallies;
};

test("the true quantile lies in the slot that is named, whatever was measured", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 300 }),
      fc.constantFrom(0.5, 0.9, 0, 1),
      (values, share) => {
        const sorted = [...values].sort((one, other) => one - other);
        const exact = sorted[Math.max(1, Math.ceil(share * values.length)) - 1] ?? 0;
        const slot = quantileSlot(tallied(values), share);
        expect(slot && exact >= slot.fromMinutes && exact < slot.toMinutes).toBe(true);
      },
    ),
  );
});

test("a slot is a tenth wide above one minute; the last one is open and stands for its beginning", () => {
  const slot = quantileSlot(tallied([100]), 0.5);
  expect((slot?.toMinutes ?? 0) / (slot?.fromMinutes ?? 1)).toBeCloseTo(1.1);
  expect(quantileSlot(tallied([0.2]), 0.5)).toEqual({ fromMinutes: 0, toMinutes: 1 });
  const last = quantileSlot(tallied([10 ** 9]), 0.5);
  expect(last?.toMinutes).toBe(Number.POSITIVE_INFINITY);
  expect(last && slotMinutes(last)).toBeGreaterThan(30 * 24 * 60);
});

test("of nothing there is no quantile", () => expect(quantileSlot(new Map(), 0.5)).toBeNull());
