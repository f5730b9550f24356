import { describe, expect, test } from "vitest";
import { citation } from "./rules";
import { canBeSignedFor, expectedDay, type ShipmentEvent, type ShipmentStatus, shipmentMachine } from "./shipment";

const onTheRoad = ["created", "collected", "in_transit", "out_for_delivery", "problem"];
/** What a parcel may still be once it goes back. */
const afterwards: Partial<Record<ShipmentStatus, readonly ShipmentEvent[]>> = {
  rejected: ["returning", "returned"],
  returning: ["returned"],
};

test.each(shipmentMachine.states.flatMap((state) => shipmentMachine.events.map((event) => [state, event] as const)))(
  "a parcel that is %s and is reported %s is what was reported, or stays",
  (state, event) => {
    const isHeard = onTheRoad.includes(state) || (afterwards[state] ?? []).includes(event);
    expect(shipmentMachine.target(state, event)).toBe(isHeard ? event : undefined);
  },
);

describe(`R26 (${citation("R26", "en").text}): a parcel is signed for`, () => {
  test.each(["out_for_delivery", "signed"] as const)("at the door: %s", (status) =>
    expect(canBeSignedFor(status)).toBe(true),
  );
  test.each(["created", "collected", "in_transit", "problem", "rejected", "returning", "returned"] as const)(
    "not while it is %s",
    (status) => expect(canBeSignedFor(status)).toBe(false),
  );
});

test.each([
  ["before the courier comes", "2026-11-23T09:59:00Z", "2026-11-26"],
  ["after the courier came, a day later", "2026-11-23T10:00:00Z", "2026-11-27"],
  ["after midnight in the hospital, by its day", "2026-11-23T16:30:00Z", "2026-11-27"],
])("handed over %s, a parcel of three days is expected", (_, at, day) =>
  expect(
    expectedDay(new Date(at), { maxDays: 3, cutoffMinute: 18 * 60 })
      .toISOString()
      .slice(0, 10),
  ).toBe(day),
);
