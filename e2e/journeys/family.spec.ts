import type { Page } from "@playwright/test";
import { residentIdCheck } from "../../sandbox/fhir/identifiers";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, fillPerson, newPatient, type Somebody, stranger } from "../support/patient";
import { languages, type Words, words } from "../support/words";

/** A child of so many years, of whom the hospital has no file. */
function child(name: string, years: number): Somebody {
  const birthDate = new Date(Date.now() - (years * 365.25 + 40) * 86_400_000).toISOString().slice(0, 10);
  const order = String(Math.floor(Math.random() * 500) * 2).padStart(3, "0");
  const digits = `990001${birthDate.replaceAll("-", "")}${order}`;
  return { ...stranger(name), birthDate, idNumber: digits + residentIdCheck(digits), relation: "child" };
}

const submit = (page: Page, t: Words) => page.getByRole("button", { name: t("patient.add.submit") });

for (const language of languages) {
  const t = words(language);

  test(`a mother of two: guardian, acting for, and a father who is let in (${language})`, async ({ open }) => {
    test.setTimeout(120_000);
    const mother = await open(await newPatient(language), { locale: language, on: "phone" });
    const [older, younger] = [child("苏大河", 9), child("苏小溪", 4)];
    await addPerson(mother, t, stranger("苏母亲"));
    await addPerson(mother, t, older);

    // A child under 14 does not stand for itself, and its guardian says so.
    await mother.goto("/patient/people/add");
    await fillPerson(mother, t, { ...younger, relation: "self" });
    await submit(mother, t).click();
    await expect(mother.getByText(t("errors.minor_needs_guardian")).first()).toBeVisible();
    await mother.getByLabel(t("patient.add.relation")).selectOption("child");
    await mother.getByRole("checkbox", { name: t("people.guardian") }).uncheck();
    await submit(mother, t).click();
    await expect(mother.getByText(t("errors.guardian_undeclared")).first()).toBeVisible();
    await expectAccessible(mother);
    await mother.getByRole("checkbox", { name: t("people.guardian") }).check();
    await submit(mother, t).click();
    await expect(mother).toHaveURL(/\/card/);

    // For whom: said on every screen, changed with one tap.
    await mother.goto("/patient/people");
    await expect(mother.getByRole("link", { name: t("people.forWhom") })).toBeVisible();
    await expectAccessible(mother);
    const card = mother.getByRole("listitem").filter({ has: mother.getByRole("heading", { name: younger.name }) });
    await card.getByRole("button", { name: t("people.act"), exact: true }).click();
    await expect(mother.getByRole("link", { name: t("people.actingFor", { name: younger.name }) })).toBeVisible();
    await mother.goto("/patient/doctors");
    await expect(mother.getByRole("link", { name: t("people.actingFor", { name: younger.name }) })).toBeVisible();

    // The number is masked until it is asked for.
    await mother.goto("/patient/people");
    await expect(mother.getByText(younger.idNumber)).toHaveCount(0);
    await card.getByRole("button", { name: t("people.show"), exact: true }).click();
    await expect(card.getByText(younger.idNumber)).toBeVisible();

    // The father knows name and number: that alone links nobody; the mother agrees.
    const father = await open(await newPatient(language), { locale: language, on: "phone" });
    await father.goto("/patient/people/add");
    await fillPerson(father, t, younger);
    await submit(father, t).click();
    await expect(father).toHaveURL(/\/patient\/people$/);
    await expect(father.getByRole("heading", { name: t("people.claim.mine", { name: younger.name }) })).toBeVisible();
    await expectAccessible(father);
    await mother.goto("/patient/people");
    await expect(mother.getByRole("heading", { name: t("people.claim.theirs", { name: younger.name }) })).toBeVisible();
    await expectAccessible(mother);
    await mother.getByRole("button", { name: t("people.claim.approved"), exact: true }).click();
    await expect(mother.getByRole("heading", { name: t("people.claim.theirs", { name: younger.name }) })).toHaveCount(
      0,
    );
    await father.goto("/patient/people");
    await expect(father.getByRole("heading", { name: younger.name })).toBeVisible();

    // R10: a sixth person is refused.
    for (const name of ["苏甲", "苏乙"]) await addPerson(mother, t, stranger(name));
    await mother.goto("/patient/people/add");
    await fillPerson(mother, t, stranger("苏丙"));
    await submit(mother, t).click();
    await expect(mother.getByText(t("errors.too_many_people", { most: 5 })).first()).toBeVisible();
  });
}
