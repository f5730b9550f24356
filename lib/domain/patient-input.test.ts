import { expect, test } from "vitest";
import { AddPatient, identityOf, LinkCard } from "./patient-input";

const TODAY = "2026-11-23";
const typed = {
  name: " 李  雷 ",
  relation: "self",
  idDocument: "resident_id",
  idNumber: "110105 19491231 002x",
  sex: "",
  birthDay: "",
};
const passport = {
  ...typed,
  name: "LIZ CONN",
  idDocument: "passport",
  idNumber: "e-1234567",
  sex: "female",
  birthDay: "1986-11-28",
};
const refusedFields = (input: Record<string, unknown>) => {
  const parsed = AddPatient.parse(input);
  try {
    identityOf(parsed, TODAY);
  } catch (error) {
    return error;
  }
};

test("R5: sex and birth day come from the resident ID", () => {
  const parsed = AddPatient.parse({ ...typed, sex: "female", birthDay: "1949-12-31" });
  expect(parsed.name).toBe("李 雷");
  expect(identityOf(parsed, TODAY)).toEqual({ idNumber: "11010519491231002X", sex: "female", birthDay: "1949-12-31" });
});

test.each([
  [{ sex: "male" }, { sex: "sex_differs" }],
  [{ birthDay: "2000-01-01" }, { birthDay: "birth_day_differs" }],
])("R5: what was given beside the resident ID must agree with it: %o", (given, fields) => {
  const parsed = AddPatient.parse({ ...typed, ...given });
  expect(() => identityOf(parsed, TODAY)).toThrow(expect.objectContaining({ code: "invalid_input", fields }));
});

test("R5: a passport's holder gives sex and birth day", () => {
  expect(identityOf(AddPatient.parse(passport), TODAY)).toEqual({
    idNumber: "E1234567",
    sex: "female",
    birthDay: "1986-11-28",
  });
});

test.each([
  [
    "a resident ID with a wrong check character",
    { ...typed, idNumber: "110105194912310021" },
    { idNumber: "resident_id_invalid" },
  ],
  ["a passport without its number", { ...passport, idNumber: "?" }, { idNumber: "passport_invalid" }],
  [
    "a passport without birth day and sex",
    { ...passport, sex: "", birthDay: "" },
    { birthDay: "required", sex: "choose_one" },
  ],
  ["a birth day in the future", { ...passport, birthDay: "2026-11-24" }, { birthDay: "date_invalid" }],
  [
    "a birth certificate of another form",
    { ...passport, idDocument: "birth_certificate" },
    { idNumber: "birth_certificate_invalid" },
  ],
])("R5: %s is refused at its field", (_, input, fields) => {
  expect(refusedFields(input)).toMatchObject({ code: "invalid_input", fields });
});

test.each([
  ["a single character", { name: "李" }, "name_too_short"],
  ["sixty-one characters", { name: "李".repeat(61) }, "too_long"],
  ["a control character", { name: "李\u0000雷" }, "bad_characters"],
  ["a mark that turns the text around", { name: "Liz \u202eConn" }, "bad_characters"],
])("a name of %s is refused", (_, change, message) => {
  const result = AddPatient.safeParse({ ...typed, ...change });
  expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("nothing but the known fields is taken: no owner, no slot", () => {
  expect(AddPatient.safeParse({ ...typed, accountId: "x", slot: 1 }).success).toBe(false);
});

test("a card number is read without spaces and hyphens; other signs are refused", () => {
  const patientId = "0199c0de-0000-7000-8000-000000000001";
  expect(LinkCard.parse({ patientId, cardNumber: " ch00-0000 1234 " }).cardNumber).toBe("CH0000001234");
  const refused = LinkCard.safeParse({ patientId, cardNumber: "CH|../12" });
  expect(refused.error?.issues[0]?.message).toBe("card_number_invalid");
});
