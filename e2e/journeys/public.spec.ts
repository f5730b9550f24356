import { expect, expectAccessible, test } from "../support/fixtures";

for (const [path, locale, start] of [
  ["/zh", "zh-CN", "登录，开始复诊"],
  ["/en", "en", "Sign in for a follow-up"],
] as const)
  test(`a stranger reads what the hospital offers, in ${locale}`, async ({ open }) => {
    const page = await open(null, { locale, on: "phone" });
    await page.goto("/");
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole("link", { name: start })).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole("link", { name: locale === "en" ? "Departments and doctors" : "科室与医生" })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link").first().click();
    await expect(page.getByText("DEMO-CQ")).toBeVisible();
    await expectAccessible(page);
  });

test("an address that leads nowhere says so and leads back", async ({ open }) => {
  const page = await open(null);
  const response = await page.goto("/nowhere/at/all");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
