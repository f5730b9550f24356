import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPerson, consentFor, fillPerson, linkCard, newPatient, onFile, stranger } from "../support/patient";
import { press } from "../support/press";
import { rows } from "../support/rows";
import { turnAbout, type Words, words } from "../support/words";

/** Tries a card that is refused: the message says why, what was typed stays, and nothing is written. */
async function tryCard(page: Page, t: Words, cardNumber: string, code: string): Promise<void> {
  const before = await rows();
  const field = page.getByLabel(t("patient.card.cardNumber"));
  await field.fill(cardNumber);
  await press(page, t("patient.card.submit"));
  // Until when it is closed is left out: the words before it are enough.
  const [message = ""] = t(`errors.${code}`, { until: 0 }).split(/1月1日|Jan 1/);
  await expect(page.getByText(message)).toBeVisible();
  await expect(field).toHaveValue(cardNumber);
  expect(await rows()).toEqual(before);
}

for (const language of turnAbout(1)) {
  const t = words(language);

  test(`nobody is added without a name, or under a number that cannot be one (${language})`, async ({ open }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const somebody = stranger("李一一");
    const before = await rows();
    await page.goto("/patient/people/add");
    await fillPerson(page, t, { ...somebody, name: "李", idNumber: `${somebody.idNumber.slice(0, 17)}?` });
    await press(page, t("patient.add.submit"));
    await expect(page.getByText(t("errors.name_too_short"), { exact: true })).toBeVisible();
    await page.getByLabel(t("patient.add.name"), { exact: true }).fill(somebody.name);
    await press(page, t("patient.add.submit"));
    await expect(page.getByText(t("errors.resident_id_invalid"), { exact: true })).toBeVisible();
    await expect(page.getByLabel(t("patient.add.number"), { exact: true })).toBeFocused();
    await expectAccessible(page);
    expect(await rows()).toEqual(before);
  });

  test(`a card that does not exist, or is somebody else’s, is not linked (${language})`, async ({ open }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    await addPerson(page, t, stranger("方小舟"));
    await tryCard(page, t, "CQ-1", "card_number_invalid");
    await tryCard(page, t, "CQ2026999999", "card_unknown");
    await tryCard(page, t, onFile("周雅琴").cardNumber, "card_other_person");
    await expectAccessible(page);
    for (const miss of ["CQ2026999991", "CQ2026999992", "CQ2026999993"]) await tryCard(page, t, miss, "card_unknown");
    await tryCard(page, t, "CQ2026999994", "card_locked");
  });
}

for (const language of turnAbout(1))
  test(`a name that does not match the card is refused, and can be put right (${language})`, async ({ open }) => {
    const t = words(language);
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const right = onFile("刘敏");
    await addPerson(page, t, { ...right, name: "刘明" });
    await tryCard(page, t, right.cardNumber, "card_name_differs");

    await page.goto("/patient/people");
    await page.getByRole("button", { name: t("patient.people.remove"), exact: true }).click();
    await page.getByRole("button", { name: t("patient.people.removeConfirm") }).click();
    await expect(page.getByText(t("patient.people.none"))).toBeVisible();

    await page.goto("/patient/people/add");
    await fillPerson(page, t, right);
    await page.getByRole("button", { name: t("patient.add.submit") }).click();
    await expect(page).toHaveURL(/\/patient\/people\/[0-9a-f-]{36}\/card/);
    await consentFor(/people\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "");
    await page.reload();
    await linkCard(page, t, right);
  });
