import { expect, test } from "vitest";
import { checkIntake, Intake, intakeAsked, intakeSummary } from "./intake";

const NOW = new Date("2026-11-23T04:00:00.000Z");
const born = (day: string) => new Date(`${day}T00:00:00.000Z`);
const told = Intake.parse({ sinceCount: "3", sinceUnit: "weeks", course: "worse", allergies: "none", organs: "none" });
const service = "consultation";
const woman = { service, sex: "female", birthDate: born("1990-05-01") };
const man = { service, sex: "male", birthDate: born("1990-05-01") };

test.each([
  ["a woman of 36", woman, true],
  ["a man of 36", man, false],
  ["a girl the day before her tenth birthday", { service, sex: "female", birthDate: born("2016-11-24") }, false],
  ["a girl on her tenth birthday", { service, sex: "female", birthDate: born("2016-11-23") }, true],
  ["a woman of 60", { service, sex: "female", birthDate: born("1965-11-24") }, true],
  ["a woman of 61", { service, sex: "female", birthDate: born("1965-11-23") }, false],
])("pregnancy is asked of %s: %s", (_, person, isAsked) => {
  expect(intakeAsked(person, NOW).pregnancy).toBe(isAsked);
});

test.each([
  ["2014-11-24", "needed"],
  ["2014-11-23", "wanted"],
  ["2012-11-24", "wanted"],
  ["2012-11-23", null],
])("weight and height of a child born on %s are %s", (day, measures) => {
  expect(intakeAsked({ service, sex: "male", birthDate: born(day) }, NOW).measures).toBe(measures);
});

test.each([
  ["an allergy without its name", { allergies: "some" as const }, man, { "intake.allergyText": "allergies_missing" }],
  ["pregnancy left open", {}, woman, { "intake.pregnancy": "answer_missing" }],
  [
    "a small child without weight and height",
    {},
    { service, sex: "male", birthDate: born("2022-01-01") },
    { "intake.weightKg": "weight_missing", "intake.heightCm": "height_missing" },
  ],
  [
    "160 kg and 16 cm at four years",
    { weightKg: 160, heightCm: 16 },
    { service, sex: "male", birthDate: born("2022-01-01") },
    { "intake.weightKg": "weight_implausible", "intake.heightCm": "height_implausible" },
  ],
])("%s is not taken, and the field is named", (_, change, person, fields) => {
  expect(() => checkIntake({ ...told, ...change }, person, NOW)).toThrow(
    expect.objectContaining({ code: "intake_incomplete", fields }),
  );
});

test.each([
  ["a newborn of 3.2 kg and 50 cm", "2026-11-10", 3.2, 50],
  ["a child of 16 kg and 102 cm at four", "2022-10-01", 16, 102],
  ["a child of 45 kg and 155 cm at thirteen", "2013-10-01", 45, 155],
])("%s is plausible", (_, day, weightKg, heightCm) => {
  const child = { service, sex: "male", birthDate: born(day) };
  expect(checkIntake({ ...told, weightKg, heightCm }, child, NOW)).toMatchObject({ weightKg, heightCm });
});

test("R24 (the notice): with a follow-up it is asked whether medicine is needed today, and the doctor sees a yes", () => {
  const followUp = { ...man, service: "follow_up" };
  expect(intakeAsked(followUp, NOW).needsToday).toBe(true);
  expect(intakeAsked(man, NOW).needsToday).toBe(false);
  expect(() => checkIntake(told, followUp, NOW)).toThrow(
    expect.objectContaining({ fields: { "intake.needsToday": "answer_missing" } }),
  );
  const kept = checkIntake({ ...told, needsToday: "yes" }, followUp, NOW);
  expect(intakeSummary(kept)?.alerts.needsToday).toBe(true);
  expect(intakeSummary({ ...kept, needsToday: "no" })?.alerts.needsToday).toBe(false);
});

test("what a person is not asked is not kept", () => {
  const kept = checkIntake(
    { ...told, pregnancy: "pregnant", weightKg: 70, allergyText: "青霉素", needsToday: "yes" },
    man,
    NOW,
  );
  expect(kept).toEqual({ sinceCount: 3, sinceUnit: "weeks", course: "worse", allergies: "none", organs: "none" });
});

test("the doctor sees allergies, pregnancy and organs first, and each medicine on its own", () => {
  const stored = { ...told, allergies: "some", allergyText: "青霉素：皮疹", pregnancy: "pregnant", organs: "kidney" };
  expect(intakeSummary({ ...stored, medicines: "氨氯地平 5 mg\n\n二甲双胍" })).toMatchObject({
    alerts: { allergies: "青霉素：皮疹", pregnancy: "pregnant", organs: "kidney" },
    medicines: ["氨氯地平 5 mg", "二甲双胍"],
  });
  expect(intakeSummary(null)).toBeNull();
});
