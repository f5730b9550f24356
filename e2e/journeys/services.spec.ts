import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { type Language, words } from "../support/words";

for (const locale of ["zh-CN", "en"] as const satisfies readonly Language[])
  test(`an admin plans a fee for a later day, withdraws it, and changes one from today on (${locale})`, async ({
    open,
  }) => {
    const t = words(locale);
    const [doctor] = await ask<{ id: string }>(`SELECT "id" FROM "Doctor" WHERE "staffNo" = $1`, [
      locale === "en" ? "D027" : "D028",
    ]);
    const admin = await open("A001", { locale });
    await admin.goto(`/admin/people/${doctor?.id}`);
    await admin.getByRole("link", { name: t("staff.member.services"), exact: true }).click();
    await expect(admin.getByRole("heading", { level: 1, name: t("offerings.title") })).toBeVisible();
    await expectAccessible(admin);
    const [first] = [
      admin
        .getByRole("form")
        .filter({ has: admin.getByLabel(t("offerings.field.fromDay")) })
        .first(),
    ];
    const open1 = () => admin.getByText(t("offerings.change"), { exact: true }).first().click();
    await open1();
    await first.getByLabel(t("offerings.field.fromDay")).fill("2035-01-01");
    await first.getByLabel(t("offerings.field.feeFen")).fill("88");
    await first.getByLabel(t("offerings.field.reason")).fill("明年调价");
    await first.getByRole("button", { name: t("offerings.save"), exact: true }).click();
    const planned = admin.getByRole("listitem").filter({ hasText: "明年调价" });
    await expect(planned).toContainText("88");
    await expectAccessible(admin);
    await planned.getByRole("button", { name: t("offerings.withdraw"), exact: true }).click();
    await expect(planned).toHaveCount(0);

    const today = await first.getByLabel(t("offerings.field.fromDay")).getAttribute("min");
    await first.getByLabel(t("offerings.field.fromDay")).fill(today ?? "");
    await first.getByLabel(t("offerings.field.turnLimit")).fill("61");
    await first.getByLabel(t("offerings.field.reason")).fill("多答一句");
    await first.getByRole("button", { name: t("offerings.save"), exact: true }).click();
    await expect(admin.getByText("多答一句")).toBeVisible();
    await expect(admin.getByText(`${t("offerings.field.turnLimit")}: 60 → 61`)).toBeVisible();
  });
