import { expect, expectAccessible, test } from "../support/fixtures";
import { turnAbout, words } from "../support/words";

for (const language of turnAbout(1)) {
  const t = words(language);

  test(`an admin edits a medicine, its history says what; a table with a bad line is not taken in (${language})`, async ({
    open,
  }) => {
    const code = language === "en" ? "M066" : "M067";
    const admin = await open("A001", { locale: language });
    await admin.goto("/admin/formulary");
    await admin.getByRole("searchbox", { name: t("formulary.search") }).fill(code);
    await admin.getByRole("button", { name: t("formulary.submit"), exact: true }).click();
    await expectAccessible(admin);
    await admin
      .getByRole("row", { name: new RegExp(code) })
      .getByRole("link")
      .click();
    const price = admin.getByRole("textbox", { name: t("formulary.field.priceFen") });
    await price.fill("-5");
    await admin.getByRole("textbox", { name: t("formulary.reason") }).fill("年度调价");
    await admin.getByRole("button", { name: t("formulary.save"), exact: true }).click();
    await expect(admin.getByText(t("errors.number_invalid")).first()).toBeVisible();
    await price.fill("1999");
    await admin.getByRole("button", { name: t("formulary.save"), exact: true }).click();
    await expect(admin.getByText(/→ 1999/)).toBeVisible();
    await expectAccessible(admin);

    await admin.goto("/admin/formulary");
    const download = admin.waitForEvent("download");
    await admin.getByRole("link", { name: t("formulary.export") }).click();
    const stream = await (await download).createReadStream();
    const table = Buffer.concat(await stream.toArray()).toString("utf8");
    await admin.getByText(t("formulary.import.title"), { exact: true }).click();
    const file = admin.getByLabel(t("formulary.import.file"));
    const check = admin.getByRole("button", { name: t("formulary.import.check"), exact: true });
    const take = admin.getByRole("button", { name: t("formulary.import.take"), exact: true });
    const given = (text: string) => ({ name: "f.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await file.setInputFiles(given(table.replace(`\n${code},`, "\nno such code!,")));
    await check.click();
    await expect(admin.getByText(new RegExp(t("errors.code_invalid").slice(0, -1)))).toBeVisible();
    await expect(take).toBeDisabled();
    await file.setInputFiles(given(table));
    await check.click();
    await expect(admin.getByText(t("formulary.import.would", { added: 0, changed: 0 }))).toBeVisible();
    await expectAccessible(admin);
  });
}
