import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { openTalks } from "../support/talk";
import { languages, words } from "../support/words";

for (const [index, locale] of languages.entries())
  test(`an administrator asks for a destruction, does not decide on it alone, and holds a patient's data (${locale})`, async ({
    open,
  }) => {
    const t = words(locale);
    const page = await open("A001", { locale });
    await page.goto("/admin/retention");
    await expectAccessible(page);
    await page.getByText(t("retention.propose.title"), { exact: true }).click();
    const form = page.getByRole("form", { name: t("retention.propose.title"), exact: true });
    await form.getByLabel(t("retention.before")).fill("2026-01-01");
    await form.getByLabel(t("retention.reason")).fill("保存期满 term is over");
    await form.getByRole("button", { name: t("retention.propose.submit"), exact: true }).click();
    const last = /\d{4}-\d\d-\d\d/.source;
    await expect(
      page
        .getByText(new RegExp(t("errors.years_not_over", { day: "@" }).replace("@", last).replace(/[.]/g, "\\.")))
        .first(),
    ).toBeVisible();
    await form.getByLabel(t("retention.before")).fill(`2019-01-0${index + 1}`);
    await form.getByRole("button", { name: t("retention.propose.submit"), exact: true }).click();
    await expect(page.getByText(t("retention.otherDecides"), { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: t("retention.answer.approve"), exact: true })).toBeHidden();
    await page.getByRole("button", { name: t("retention.answer.withdraw"), exact: true }).click();
    await expect(page.getByText(t("retention.status.withdrawn")).first()).toBeVisible();

    const [account] = await ask<{ id: string }>(`SELECT "id" FROM "Account" WHERE "role" = 'patient' LIMIT 1`);
    const [talk] = await openTalks(1, account?.id ?? "", "D012");
    const [{ number } = { number: "" }] = await ask<{ number: string }>(
      `SELECT "number" FROM "Consultation" WHERE "id" = $1`,
      [talk],
    );
    const hold = page.getByRole("form", { name: t("retention.hold.title"), exact: true });
    await hold.getByLabel(t("retention.hold.number")).fill(number);
    await hold.getByLabel(t("retention.reason")).fill("医疗纠纷 dispute");
    await hold.getByRole("button", { name: t("retention.hold.submit"), exact: true }).click();
    await expect(page.getByText(t("retention.hold.stands"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(t("retention.hold.liftReason")).fill("已结案 settled");
    await page.getByRole("button", { name: t("retention.hold.lift"), exact: true }).click();
    await expect(page.getByText(t("retention.hold.stands"), { exact: true })).toBeHidden();
  });
