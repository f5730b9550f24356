import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { languages, words } from "../support/words";

const HEAD =
  "role,staffNo,nameZh,nameEn,certificateNo,licenceExpiresOn,department,title,practisingSince,scopeZh,scopeEn,consultationFee,followUpFee,placesPerDay";

for (const [index, locale] of languages.entries())
  test(`an admin takes a table of people in: a bad line is told, a good table gives each a link (${locale})`, async ({
    open,
  }) => {
    const t = words(locale);
    const staffNo = `Z90${index}`;
    const page = await open("A001", { locale });
    await page.goto("/admin/people");
    await page.getByRole("link", { name: t("admin.people.import"), exact: true }).click();
    await page.waitForURL("/admin/people/import");
    await expectAccessible(page);
    await page.getByText(t("staff.import.people.open"), { exact: true }).click();
    const file = page.getByLabel(t("staff.import.file.label")).first();
    const check = page.getByRole("button", { name: t("staff.import.file.check"), exact: true }).first();
    const take = page.getByRole("button", { name: t("staff.import.file.take"), exact: true }).first();
    const given = (text: string) => ({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    const line = `${staffNo},表中客服,Table Support,,,,,,,,,,`;
    await file.setInputFiles(given(`\ufeff${HEAD}\nking,${line}\n`));
    await check.click();
    await expect(page.getByText(t("staff.import.file.faults").replace("{count}", "1"))).toBeVisible();
    await expect(take).toBeDisabled();
    await expectAccessible(page);
    await file.setInputFiles(given(`\ufeff${HEAD}\nsupport,${line}\n`));
    await check.click();
    await expect(page.getByText(t("staff.import.people.would").replace("{added}", "1"))).toBeVisible();
    await take.click();
    const links = page.getByRole("button", { name: t("staff.import.file.links"), exact: true });
    const [saved] = await Promise.all([page.waitForEvent("download"), links.click()]);
    const text = Buffer.concat(await (await saved.createReadStream()).toArray()).toString("utf8");
    expect(text).toContain(`${staffNo},表中客服,http`);
    const [row] = await ask<{ status: string }>(
      `SELECT a."status"::text AS status FROM "Account" a JOIN "Staff" s ON s."accountId" = a."id" WHERE s."staffNo" = $1`,
      [staffNo],
    );
    expect(row?.status).toBe("invited");
  });
