import { expect, expectAccessible, test } from "../support/fixtures";
import { languages, words } from "../support/words";

for (const locale of languages)
  test(`an auditor reads a report, follows a figure to its rows, exports them, keeps the report, and says why before R30 opens (${locale})`, async ({
    open,
  }) => {
    const t = words(locale);
    // Each with an hour of its own for R30.
    const page = await open(locale === "en" ? "A001" : "U001", { locale });
    await page.goto("/admin");
    await expect(page.getByRole("heading", { name: t("admin.board.title"), level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/admin/reports");
    await expectAccessible(page);
    await page.getByRole("link", { name: t("reports.name.consultations"), exact: true }).click();
    await expect(page.getByRole("heading", { name: t("reports.name.consultations"), level: 1 })).toBeVisible();
    await page.getByLabel(t("reports.period.by")).selectOption("doctor");
    await page.getByRole("button", { name: t("reports.period.submit"), exact: true }).click();
    await page.waitForURL(/by=doctor/);
    await expectAccessible(page);
    await page.getByRole("link", { name: t("reports.rows"), exact: true }).click();
    await page.waitForURL(/\/rows\?/);
    await expectAccessible(page);

    await page.getByRole("button", { name: t("reports.file.csv"), exact: true }).click();
    await expect(page.getByText(t("reports.file.asked"))).toBeVisible();
    await page.getByRole("link", { name: t("reports.file.toFiles"), exact: true }).click();
    await page.waitForURL("/admin/reports/files");
    const download = page.getByRole("link", { name: t("reports.file.download"), exact: true }).first();
    await expect(download).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
    expect(file.suggestedFilename()).toMatch(/^consultations-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);

    await page.goto("/admin/reports/revenue");
    await page.getByText(t("reports.saved.save"), { exact: true }).click();
    const name = `${t("reports.name.revenue")} ${locale}`;
    await page.getByLabel(t("reports.saved.name"), { exact: true }).fill(name);
    await page.getByLabel(t("reports.saved.every")).selectOption("month");
    await page.getByRole("button", { name: t("reports.saved.submit"), exact: true }).click();
    await expect(page.getByText(t("reports.saved.done"))).toBeVisible();
    await page.goto("/admin/reports/files");
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    await page.getByRole("button", { name: t("reports.saved.remove"), exact: true }).click();
    await expect(page.getByRole("link", { name, exact: true })).toBeHidden();

    await page.goto("/admin/reports/prescribing");
    const reason = page.getByRole("textbox", { name: t("reports.look.reason"), exact: true });
    await reason.fill(locale === "en" ? "too short" : "看看");
    await page.getByRole("button", { name: t("reports.look.submit"), exact: true }).click();
    await expect(reason).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
    await reason.fill("第三季度抗菌药物合理使用检查 Q3 review");
    await page.getByRole("button", { name: t("reports.look.submit"), exact: true }).click();
    await expect(page.getByLabel(t("reports.period.by"))).toBeVisible();
  });
