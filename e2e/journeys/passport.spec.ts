import { randomInt } from "node:crypto";
import { expect, expectAccessible, test } from "../support/fixtures";
import {
  addPerson,
  addPersonOnly,
  apply,
  fillPerson,
  linkCard,
  newPatient,
  onFile,
  stranger,
} from "../support/patient";
import { rows } from "../support/rows";
import { languages, words } from "../support/words";

for (const language of languages) {
  const t = words(language);

  test(`R4, R5: a passport holder is known by any order and case of the name, and a newborn by the birth certificate (${language})`, async ({
    open,
  }) => {
    test.setTimeout(90_000);
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const maria = onFile("Maria Santos");
    const submit = page.getByRole("button", { name: t("patient.add.submit") });

    // A number of another shape, and a birth day that is missing, are named before anything is written.
    const before = await rows();
    await page.goto("/patient/people/add");
    await fillPerson(page, t, { ...maria, idNumber: "护照-1" });
    await submit.click();
    await expect(page.getByText(t("errors.passport_invalid")).first()).toBeVisible();
    await page.getByLabel(t("patient.add.number"), { exact: true }).fill(maria.idNumber);
    await page.getByLabel(t("patient.add.birthDay")).fill("");
    await submit.click();
    await expect(page.getByText(t("errors.required")).first()).toBeVisible();
    await expectAccessible(page);
    expect(await rows()).toEqual(before);

    await addPerson(page, t, { ...maria, name: "santos MARIA" });
    await linkCard(page, t, maria);
    await expectAccessible(page);
    await page.goto("/patient/people");
    await expect(page.getByText(maria.idNumber)).toHaveCount(0);

    // The visit five days ago is what a follow-up starts from.
    await apply(page, t, { doctor: "D005", service: "follow_up", person: "santos MARIA" });
    await expect(page.getByRole("checkbox", { name: t("booking.consent.agree") })).toBeVisible();

    const born = new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10);
    const certificate = `Q${randomInt(100_000_000, 999_999_999)}`;
    await addPersonOnly(page, t, {
      ...{ ...stranger("桑小宝"), idType: "birth_certificate", idNumber: certificate, birthDate: born },
      relation: "child",
    });
    await page.goto("/patient/people");
    await expect(page.getByRole("heading", { name: "桑小宝" })).toBeVisible();
    await expectAccessible(page);
  });
}
