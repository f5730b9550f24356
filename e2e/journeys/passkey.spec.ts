import { ask } from "../support/database";
import { expect, expectAccessible, test } from "../support/fixtures";
import { forgetStepUp } from "../support/staff";
import { words } from "../support/words";

test("a pharmacist adds a passkey, signs in with it alone, and confirms with it where the second factor is asked for again", async ({
  open,
}) => {
  const t = words("zh-CN");
  const page = await open("P003");
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto("/security");
  await page.getByLabel(t("staff.security.label"), { exact: true }).fill("药房电脑");
  await page.getByRole("button", { name: t("staff.security.add") }).click();
  await expect(page.getByText("药房电脑")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/sign-in?by=password");
  await page.getByRole("button", { name: t("common.signIn.passkey") }).click();
  await expect(page).toHaveURL(/\/pharmacist$/);

  const [me] = await ask<{ id: string }>(`SELECT "accountId" AS id FROM "Staff" WHERE "staffNo" = 'P003'`);
  await forgetStepUp(me?.id ?? "");
  await page.goto("/security");
  await page.getByRole("button", { name: t("staff.security.renew") }).click();
  const dialog = page.getByRole("dialog", { name: t("common.stepUp.title") });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: t("common.stepUp.passkey") }).click();
  await expect(page.getByRole("list", { name: t("staff.security.codes") }).getByRole("listitem")).toHaveCount(10);

  await page.reload();
  await page.getByRole("button", { name: `${t("staff.security.remove")}`, exact: true }).click();
  await expect(page.getByText("药房电脑")).toBeHidden();
  await page.context().clearCookies();
  await page.goto("/sign-in?by=password");
  await page.getByRole("button", { name: t("common.signIn.passkey") }).click();
  await expect(page.getByText(t("common.signIn.passkeyFailed"))).toBeVisible();
});
