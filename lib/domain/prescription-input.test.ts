import { expect, test } from "vitest";
import { AcceptConsultation, DeclineConsultation, ReferOffline, reasonsFor } from "./consultation-input";
import { Prescribe } from "./prescription-input";

const id = "0190a0b0-0000-7000-8000-000000000000";
const line = { medicineId: id, dose: "1.5", frequency: "tid", route: "oral", days: "7" };
const whole = {
  consultationId: id,
  version: 2,
  diagnosisCodes: ["I10"],
  items: [line],
  advice: "低盐饮食",
  validDays: "1",
  pin: "246813",
};

const messageFor = (change: object, field: string) =>
  Prescribe.safeParse({ ...whole, ...change }).error?.issues.find(({ path }) => path.join(".") === field)?.message;

test("a pad's strings become numbers, and what was left empty is null", () => {
  expect(Prescribe.parse({ ...whole, supplyReason: "", assessment: "  ", weightKg: "" })).toMatchObject({
    items: [{ dose: 1.5, days: 7, note: "", timing: "" }],
    ...{
      validDays: 1,
      supplyReason: null,
      assessment: null,
      weightKg: null,
      overrides: [],
      isDoseConfirmed: false,
      guardianConfirmed: false,
    },
  });
});

test.each([
  ["a prescription without diagnosis (R14)", { diagnosisCodes: [] }, "diagnosisCodes", "diagnosis_missing"],
  ["a prescription without medicine", { items: [] }, "items", "medicine_missing"],
  ["a dose of nothing", { items: [{ ...line, dose: 0 }] }, "items.0.dose", "dose_invalid"],
  ["a negative dose", { items: [{ ...line, dose: -1 }] }, "items.0.dose", "dose_invalid"],
  ["a dose that is no number", { items: [{ ...line, dose: "两片" }] }, "items.0.dose", "dose_invalid"],
  ["a huge dose", { items: [{ ...line, dose: 1e9 }] }, "items.0.dose", "dose_invalid"],
  ["a dose finer than is stored", { items: [{ ...line, dose: 0.0005 }] }, "items.0.dose", "dose_too_fine"],
  ["half a day", { items: [{ ...line, days: 1.5 }] }, "items.0.days", "days_invalid"],
  ["a weight of nothing", { weightKg: 0 }, "weightKg", "weight_invalid"],
  ["a negative weight", { weightKg: "-3" }, "weightKg", "weight_invalid"],
  ["a weight in grams", { weightKg: 3500 }, "weightKg", "weight_invalid"],
  ["a weight with its unit", { weightKg: "12kg" }, "weightKg", "weight_invalid"],
  ["a PIN of letters", { pin: "secret1" }, "pin", "pin_invalid"],
  ["an unknown frequency", { items: [{ ...line, frequency: "hourly" }] }, "items.0.frequency", "choose_one"],
  ["no advice", { advice: " " }, "advice", "advice_missing"],
  ["a reason that says nothing", { supplyReason: "ok" }, "supplyReason", "reason_too_short"],
])("%s is told at its field", (_, change, field, message) => {
  expect(messageFor(change, field)).toBe(message);
});

test.each([
  { doctorId: id },
  { status: "approved" },
  { items: [{ ...line, packs: 1 }] },
  { items: [{ ...line, unitPriceFen: 1 }] },
])("what only the server knows is not taken from a form: %j", (more) => {
  expect(Prescribe.safeParse({ ...whole, ...more }).success).toBe(false);
});

test("a doctor declines and refers with a coded reason of that way, and advice (R8)", () => {
  const advice = "请到门诊就诊。";
  expect(DeclineConsultation.safeParse({ consultationId: id, reason: "doctor_unavailable", advice }).success).toBe(
    true,
  );
  expect(ReferOffline.safeParse({ consultationId: id, reason: "doctor_unavailable", advice }).success).toBe(false);
  expect(
    ReferOffline.safeParse({ consultationId: id, reason: "emergency", advice: "" }).error?.issues[0]?.message,
  ).toBe("advice_missing");
  expect(reasonsFor("refer_offline").some(({ isUrgent }) => isUrgent)).toBe(true);
  expect(AcceptConsultation.safeParse({ consultationId: "1" }).success).toBe(false);
});
