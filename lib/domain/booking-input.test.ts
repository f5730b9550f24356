import { expect, test } from "vitest";
import { BookConsultation } from "./booking-input";

const id = "0199c0de-0000-7000-8000-000000000001";
const form = {
  offeringId: id,
  patientId: id,
  consentTextId: id,
  consentSha256: "a".repeat(64),
  isAgreed: "on",
  "redFlags.chest_pain": "no",
  "redFlags.seizure": "no",
  symptoms: "血压控制良好，想继续用药。",
  "intake.sinceCount": "3",
  "intake.sinceUnit": "days",
  "intake.course": "same",
  "intake.allergies": "none",
  "intake.organs": "none",
  "intake.weightKg": "",
};
const messages = (input: unknown) =>
  BookConsultation.safeParse(input).error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);

test("R3: the answers of a form are gathered by question", () => {
  const parsed = BookConsultation.parse(form);
  expect(parsed.redFlags).toEqual({ chest_pain: "no", seizure: "no" });
  expect(parsed.pictureIds).toEqual([]);
});

test.each([
  ["nine characters", "头痛两天了不舒服。", "symptoms: symptoms_too_short"],
  ["only spaces", " ".repeat(40), "symptoms: symptoms_too_short"],
  ["501 characters", "痛".repeat(501), "symptoms: symptoms_too_long"],
  ["a control character", "血压控制良好\u0007，想继续用药。", "symptoms: bad_characters"],
])("symptoms of %s are refused", (_, symptoms, message) => {
  expect(messages({ ...form, symptoms })).toEqual([message]);
});

test("symptoms of ten and of 500 characters, with line breaks, are taken", () => {
  expect(BookConsultation.parse({ ...form, symptoms: "头痛两天\r\n没有发热。" }).symptoms).toBe("头痛两天\n没有发热。");
  expect(messages({ ...form, symptoms: "👨‍👩‍👧".repeat(500) })).toBeUndefined();
});

test("R7: without the tick under the consent nothing is booked", () => {
  const { isAgreed: _, ...unticked } = form;
  expect(messages(unticked)).toEqual(["isAgreed: consent_missing"]);
});

test("more than nine pictures are refused", () => {
  expect(messages({ ...form, pictureIds: Array(10).fill(id) })).toEqual(["pictureIds: too_many_pictures"]);
});

test("fee, doctor and status are not the browser's to say", () => {
  for (const more of [{ feeFen: "1" }, { doctorId: id }, { status: "waiting" }, { accountId: id }])
    expect(BookConsultation.safeParse({ ...form, ...more }).success).toBe(false);
});

test("answers under names of the language itself are refused, and change nothing", () => {
  const hostile = JSON.parse('{"redFlags.__proto__":"no","__proto__":{"isAgreed":"on"}}');
  expect(BookConsultation.safeParse({ ...form, ...hostile, "redFlags.__proto__": "yes" }).success).toBe(false);
  expect(({} as Record<string, unknown>).isAgreed).toBeUndefined();
});
