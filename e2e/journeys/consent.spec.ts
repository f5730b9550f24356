import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { addPersonOnly, agree, apply, consentFor, newPatient, type Somebody, stranger } from "../support/patient";
import { languages, type Words, words } from "../support/words";

const submit = (page: Page, t: Words) => page.getByRole("button", { name: t("consent.read.submit"), exact: true });
const box = (page: Page) => page.getByRole("checkbox");

/** Reads one text to its end, before which nobody can agree, and agrees. */
async function readAndAgree(page: Page, t: Words): Promise<void> {
  await expect(box(page)).toBeDisabled();
  await expect(page.getByText(t("consent.read.hint"))).toBeVisible();
  await page.getByText(t("consent.read.end"), { exact: true }).scrollIntoViewIfNeeded();
  await box(page).check();
  await submit(page, t).click();
}

const PAEDIATRICIAN = "D022";

const titleOf = async (kind: string, language: string) => {
  const [text] = await ask<{ zh: string; en: string }>(
    `SELECT "titleZh" AS zh, "titleEn" AS en FROM "ConsentText" WHERE "kind" = $1 AND "supersededAt" IS NULL`,
    [kind],
  );
  return (language === "en" ? text?.en : text?.zh) ?? "";
};

/** A child of six, by passport: nobody has such a number. */
const smallChild = (name: string): Somebody => ({
  ...{ ...stranger(name), relation: "child", birthDate: "2020-05-01", idType: "passport" },
  idNumber: `X${randomInt(10_000_000, 99_999_999)}`,
});

for (const language of languages)
  test(`R31: a mother reads to the end and agrees for her child, withdraws, and is asked again before she books (${language})`, async ({
    open,
  }) => {
    const t = words(language);
    const accountId = await newPatient(language);
    const page = await open(accountId, { locale: language, on: "phone" });
    const child = smallChild("苏小满");
    const id = await addPersonOnly(page, t, child);
    await ask('UPDATE "PatientLink" SET "isGuardian" = true WHERE "patientId" = $1 AND "accountId" = $2', [
      ...[id, accountId],
    ]);
    await expect(page.getByRole("button", { name: t("patient.card.submit"), exact: true })).toBeHidden();

    for (const kind of ["guardian", "health_data"]) {
      await expect(page.getByRole("heading", { name: await titleOf(kind, language) })).toBeVisible();
      await expectAccessible(page);
      await readAndAgree(page, t);
    }
    await expect(page.getByRole("button", { name: t("patient.card.submit"), exact: true })).toBeVisible();
    const signed = await ask(
      'SELECT "isByGuardian", "locale", "mac" IS NOT NULL AS m FROM "Consent" WHERE "patientId" = $1',
      [id],
    );
    const row = { isByGuardian: true, locale: language, m: true };
    expect(signed).toEqual([row, row]);

    await page.goto(`/patient/people/${id}/consents`);
    await expect(page.getByText(t("consent.mine.given"), { exact: true })).toHaveCount(2);
    await expectAccessible(page);
    const item = page
      .getByRole("listitem")
      .filter({ hasText: await titleOf("health_data", language) })
      .first();
    await item.getByRole("button", { name: t("consent.mine.withdraw"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(t("consent.mine.effect.health_data"))).toBeVisible();
    await dialog.getByRole("button", { name: t("consent.mine.confirm"), exact: true }).click();
    await expect(page.getByText(t("consent.mine.given"), { exact: true })).toHaveCount(1);

    await apply(page, t, { doctor: PAEDIATRICIAN, service: "consultation", person: child.name });
    await expect(page.getByText(t("consent.step.lead.booking", { name: child.name }))).toBeVisible();
    await readAndAgree(page, t);
    await agree(page, t);
    await page.close();
  });

test("R7: an admin publishes a new version in force at once, and whoever agreed to the last one is asked again", async ({
  open,
}) => {
  const admin = await open("A001", { on: "desk" });
  const zh = words("zh-CN");
  const kind = "third_party_delivery";
  const families = await Promise.all(
    languages.map(async (language) => {
      const t = words(language);
      const page = await open(await newPatient(language), { locale: language, on: "phone" });
      const id = await addPersonOnly(page, t, stranger("苏小河"));
      await consentFor(id);
      await page.goto(`/patient/people/${id}/consents`);
      await expect(page.getByText(t("consent.mine.given"), { exact: true })).toHaveCount(2);
      return { t, page, language };
    }),
  );

  await admin.goto("/admin/consents");
  await expectAccessible(admin);
  await admin.goto(`/admin/consents/${kind}/publish`);
  const write = async (key: "bodyZh" | "bodyEn", more: string) => {
    const field = admin.getByLabel(zh(`consent.publish.${key}`), { exact: true });
    await field.fill(`${await field.inputValue()}${more}`);
  };
  await write("bodyZh", "\n\n六、修订。本版增加了修订说明。");
  await write("bodyEn", "\n\n6. Revision. This version adds a note on its revision.");
  await admin.getByRole("button", { name: zh("consent.publish.preview"), exact: true }).click();
  await expect(admin.locator("ins").first()).toHaveText("六、修订。本版增加了修订说明。");
  await expect(admin.locator("code")).toHaveText(/^[0-9a-f]{64}$/);
  const hash = await admin.locator("code").textContent();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: zh("consent.publish.submit"), exact: true }).click();
  await expect(admin).toHaveURL(new RegExp(`/admin/consents/${kind}$`));
  await expect(admin.locator("code").first()).toHaveText(hash ?? "");
  await expectAccessible(admin);

  for (const { t, page, language } of families) {
    await page.reload();
    await expect(page.getByText(t("consent.mine.outdated"), { exact: true })).toBeVisible();
    const item = page
      .getByRole("listitem")
      .filter({ hasText: await titleOf(kind, language) })
      .first();
    await item.getByText(t("consent.mine.read"), { exact: true }).click();
    await item.getByText(t("consent.read.end"), { exact: true }).scrollIntoViewIfNeeded();
    await item.getByRole("checkbox", { name: t("consent.read.agree"), exact: true }).check();
    await item.getByRole("button", { name: t("consent.read.submit"), exact: true }).click();
    await expect(page.getByText(t("consent.mine.outdated"), { exact: true })).toBeHidden();
    await expect(page.getByText(t("consent.mine.given"), { exact: true })).toHaveCount(2);
  }
});
