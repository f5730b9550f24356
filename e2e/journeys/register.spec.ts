import { expect, expectAccessible, test } from "../support/fixtures";
import { newPhone, smsCode } from "../support/sms";
import { languages, words } from "../support/words";

const PASSWORD = "rain on the roof tonight";

for (const language of languages) {
  const t = words(language);

  test(`a patient registers by code, sets a password, and ends what is open elsewhere (${language})`, async ({
    open,
  }) => {
    const phone = newPhone();
    const page = await open(null, { locale: language, on: "phone" });
    await page.goto("/patient");
    await expect(page).toHaveURL(/\/sign-in$/);
    await expectAccessible(page);
    const number = page.getByLabel(t("common.signIn.phone"), { exact: true });
    const code = page.getByLabel(t("common.signIn.smsCode"), { exact: true });
    const send = page.getByRole("button", { name: t("common.signIn.send"), exact: true });
    const enter = page.getByRole("button", { name: t("common.signIn.enter"), exact: true });
    await number.fill("12345");
    await send.click();
    await expect(page.getByText(t("errors.phone_invalid"))).toBeVisible();
    await number.fill(phone);
    await send.click();
    await expect(page.getByText(t("common.signIn.sent"))).toBeVisible();
    const right = await smsCode(phone);
    await code.fill(right === "000000" ? "000001" : "000000");
    await enter.click();
    await expect(page.getByText(t("common.signIn.wrongCode"))).toBeVisible();
    await code.fill(right);
    await enter.click();
    await expect(page).toHaveURL(/\/patient$/);

    await page.goto("/patient/me/security");
    await expectAccessible(page);
    const form = page.getByRole("form", { name: t("account.setPassword") });
    await form.getByRole("button", { name: t("account.send"), exact: true }).click();
    await expect(form.getByText(t("account.sent"))).toBeVisible();
    await form.getByLabel(t("account.code"), { exact: true }).fill(await smsCode(phone));
    await form.getByLabel(t("account.password"), { exact: true }).fill("short");
    await form.getByRole("button", { name: t("account.setPassword") }).click();
    await expect(form.getByText(t("errors.password_too_short_patient")).first()).toBeVisible();
    await form.getByLabel(t("account.password"), { exact: true }).fill(PASSWORD);
    await form.getByRole("button", { name: t("account.setPassword") }).click();
    await expect(page.getByText(t("account.passwordDone"))).toBeVisible();

    const desk = await open(null, { locale: language });
    await desk.goto("/sign-in?by=password");
    await desk.getByLabel(t("common.signIn.login"), { exact: true }).fill(phone);
    await desk.getByLabel(t("common.signIn.password"), { exact: true }).fill(PASSWORD);
    await desk.getByRole("button", { name: t("common.signIn.submit"), exact: true }).click();
    await expect(desk).toHaveURL(/\/patient$/);

    await page.reload();
    await expect(page.getByText(t("account.methods.password"), { exact: false })).toBeVisible();
    await page.getByRole("button", { name: t("account.end"), exact: true }).click();
    await expect(page.getByRole("button", { name: t("account.end"), exact: true })).toHaveCount(0);
    // In a page of its own: the one that is open notices by itself, and would leave while it is sent elsewhere.
    const later = await desk.context().newPage();
    await later.goto("/patient");
    await expect(later).toHaveURL(/\/sign-in$/);
  });
}
