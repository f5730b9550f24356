import { expect, test } from "vitest";
import { type Person, systemActor } from "./actor";
import { addMinutes } from "./calendar";
import { needsStepUp } from "./step-up";

const NOON = new Date("2026-11-23T04:00:00.000Z");
const someone = (role: Person["role"], stepUpAt: Date | null): Person => ({
  role,
  accountId: "a",
  sessionId: "s",
  name: "",
  locale: "en",
  stepUpAt,
  licensedUntil: null,
  actingFor: null,
  unread: 0,
});

test.each([
  ["has just shown it", NOON, false],
  ["showed it not quite five minutes ago", addMinutes(NOON, -4.99), false],
  ["showed it five minutes ago", addMinutes(NOON, -5), true],
  ["never showed it", null, true],
])("a doctor who %s signs a prescription: asked again is %s", (_, stepUpAt, isAsked) => {
  expect(needsStepUp(someone("doctor", stepUpAt), "prescription.prescribe", NOON)).toBe(isAsked);
});

test("reading and writing to a patient asks for nothing; neither do patients nor jobs show a second factor", () => {
  expect(needsStepUp(someone("doctor", null), "message.send", NOON)).toBe(false);
  expect(needsStepUp(someone("patient", null), "staff.disable", NOON)).toBe(false);
  expect(needsStepUp(systemActor("deadlines"), "staff.disable", NOON)).toBe(false);
});
