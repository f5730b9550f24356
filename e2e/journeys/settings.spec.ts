import { expect, expectAccessible, test } from "../support/fixtures";
import { turnAbout, words } from "../support/words";

for (const locale of turnAbout(0)) {
  const t = words(locale);

  test(`an administrator gives a table of holidays: a bad line is told, the draft is looked at, planned and taken back (${locale})`, async ({
    open,
  }) => {
    const page = await open("A001", { locale });
    await page.goto("/admin/settings");
    await expectAccessible(page);
    await page.getByRole("link", { name: t("settings.kind.holidays.name"), exact: true }).click();
    await page.waitForURL("/admin/settings/holidays");
    await expectAccessible(page);
    await page.getByText(t("settings.give.title"), { exact: true }).click();
    const file = page.getByLabel(t("settings.give.file"));
    const check = page.getByRole("button", { name: t("settings.give.check"), exact: true });
    const take = page.getByRole("button", { name: t("settings.give.take"), exact: true });
    const given = (text: string) => ({ name: "h.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await file.setInputFiles(given("day,nameZh,nameEn\n2031-02-30,元旦,New Year\n"));
    await check.click();
    await expect(page.getByText(t("settings.give.faults").replace("{count}", "1"))).toBeVisible();
    await expect(take).toBeDisabled();
    await file.setInputFiles(given("day,nameZh,nameEn\n2031-01-01,元旦,New Year\n"));
    await check.click();
    await take.click();
    await expect(page.getByText(t("settings.state.draft"), { exact: true })).toBeVisible();
    await expect(page.getByText(/\+ 2031-01-01/)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(t("settings.plan.fromDay"), { exact: true }).fill("2030-12-01");
    await page.getByLabel(t("settings.plan.reason"), { exact: true }).fill("国务院通知 notice");
    await page.getByRole("button", { name: t("settings.plan.submit"), exact: true }).click();
    await expect(page.getByText(t("settings.state.planned"), { exact: true })).toBeVisible();
    await page.getByRole("button", { name: t("settings.withdraw.planned"), exact: true }).click();
    await expect(page.getByText(t("settings.state.withdrawn"), { exact: true })).toBeVisible();
  });
}
