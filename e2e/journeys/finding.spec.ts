import { expect, expectAccessible, test } from "../support/fixtures";
import { newPatient } from "../support/patient";
import { languages, words } from "../support/words";

for (const language of languages) {
  const t = words(language);

  test(`a doctor is found by disease, by pinyin and by filters that stand in the address (${language})`, async ({
    open,
  }) => {
    const page = await open(await newPatient(language), { locale: language, on: "phone" });
    const search = async (text: string) => {
      await page.goto("/patient/doctors");
      await page.getByRole("searchbox", { name: t("patient.doctors.search") }).fill(text);
      await page.getByRole("button", { name: t("patient.doctors.submit"), exact: true }).click();
      await expect(page).toHaveURL(/q=/);
    };
    const doctors = page.getByRole("main").getByRole("heading", { level: 3 });
    for (const text of language === "en" ? ["hypothyroidism"] : ["甲状腺功能减退", "jiazhuangxian"]) {
      await search(text);
      await expect(doctors.first()).toBeVisible();
      await expectAccessible(page);
    }
    const before = await doctors.count();

    await page.getByText(t("patient.doctors.filter.heading"), { exact: true }).click();
    await page.getByLabel(t("patient.doctors.filter.title"), { exact: true }).selectOption("chief_physician");
    await page.getByRole("button", { name: t("patient.doctors.filter.apply"), exact: true }).click();
    await expect(page).toHaveURL(/title=chief_physician/);
    expect(await doctors.count()).toBeLessThan(before);
    await expectAccessible(page);
    await page
      .getByRole("list", { name: t("patient.doctors.filter.chosen") })
      .getByRole("link", { name: new RegExp(t("terms.doctorTitle.chief_physician")) })
      .click();
    await expect(page).not.toHaveURL(/title=chief/);
    await expect(doctors).toHaveCount(before);

    await search("zzzz");
    await expect(page.getByText(t("patient.doctors.none"))).toBeVisible();
    await expectAccessible(page);
  });
}
