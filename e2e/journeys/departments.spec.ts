import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { type Language, words } from "../support/words";

for (const locale of ["zh-CN", "en"] as const satisfies readonly Language[])
  test(`an admin sets up a department, is told what is wrong with it, changes it, and reads its history (${locale})`, async ({
    open,
  }) => {
    const t = words(locale);
    const code = `sleep-${locale.toLowerCase().slice(0, 2)}`;
    const admin = await open("A001", { locale });
    await admin.goto("/admin/departments");
    await expectAccessible(admin);
    await admin.getByRole("link", { name: t("departments.add"), exact: true }).click();
    const field = (name: string) => admin.getByLabel(t(`departments.field.${name}`), { exact: true });
    const save = admin.getByRole("button", { name: t("departments.save"), exact: true });
    await field("nameZh").fill("睡眠门诊");
    await field("nameEn").fill("Sleep Clinic");
    await field("introZh").fill("儿童睡眠问题的随访。");
    await field("introEn").fill("Follow-up of sleep problems.");
    await field("code").fill("Sleep Clinic");
    await field("position").fill("40");
    await field("recordWindowDays").fill("15");
    await field("commonConditions").fill("G47 F51.0");
    await admin.getByLabel(t("departments.reason")).fill("开设新科室");
    await save.click();
    await expect(admin.getByText(t("errors.department_code_invalid")).first()).toBeVisible();
    await field("code").fill(code);
    await save.click();
    await expect(admin).toHaveURL(/\/admin\/departments\/[0-9a-f-]{36}$/);
    await expectAccessible(admin);

    await field("recordWindowDays").fill("30");
    await admin.getByLabel(t("departments.reason")).fill("放宽就诊时限");
    await save.click();
    await expect(admin.getByText("放宽就诊时限")).toBeVisible();
    await expect(
      admin.getByText(new RegExp(`${t("departments.field.recordWindowDays").replace(/[()]/g, "\\$&")}: 15 → 30`)),
    ).toBeVisible();
    const [row] = await ask<{ days: number }>(
      `SELECT "recordWindowDays" AS days FROM "Department" WHERE "code" = $1 AND "revision" = 2`,
      [code],
    );
    expect(row?.days).toBe(30);
    // So that what comes after finds the departments that it knows.
    await ask(`UPDATE "Department" SET "isActive" = false WHERE "code" = $1`, [code]);
  });
