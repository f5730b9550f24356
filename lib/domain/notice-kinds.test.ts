import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupOf, isUrgent, isWorthSms, quietUntil } from "./notice-kinds";

test.each([
  ["order_shipped", "medicine"],
  ["parcel_stale", "medicine"],
  ["refund_failed", "money"],
  ["request_answered", "service"],
  ["prescription_approved", "care"],
  ["batch_recalled", null],
  ["recovery_code_used", null],
])("%s belongs to %s", (kind, group) => expect(groupOf(kind)).toBe(group));

test("what is urgent or worth an SMS is a notice that there is", () => {
  const kinds = Object.keys(JSON.parse(readFileSync("lib/i18n/messages/en/notices.json", "utf8")));
  expect(kinds.filter(isUrgent).length).toBe(5);
  expect(kinds.filter(isWorthSms).length).toBe(18);
});

const night = [22 * 60, 7 * 60] as const;
test.each([
  ["at noon", "2026-11-23T04:00:00Z", null],
  ["a minute before", "2026-11-23T13:59:00Z", null],
  ["as it begins", "2026-11-23T14:00:00Z", "2026-11-23T23:00:00.000Z"],
  ["after midnight", "2026-11-23T18:30:00Z", "2026-11-23T23:00:00.000Z"],
  ["as it ends", "2026-11-23T23:00:00Z", null],
])("quiet from ten to seven: %s", (_, now, until) => {
  expect(quietUntil(new Date(now), ...night)?.toISOString() ?? null).toBe(until);
});

test("whoever waits, waits less than a day, and is heard when it ends", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true }),
      minute,
      minute,
      (now, from, to) => {
        const until = quietUntil(now, from, to);
        if (!until) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(quietUntil(until, from, to)).toBeNull();
      },
    ),
  );
});
